package io.egressalias.lint;

import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import io.egressalias.internal.manifest.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Finds settings for a port that the host does not have. */
final class RulePortRules implements ManifestRule {

  @Override
  public void check(LintContext context) {
    for (HostObjects host : context.hosts().all()) {
      for (RuleView rule : host.rules) {
        if (isSet(rule)) {
          check(rule, numbers(rule, context), context);
        }
      }
    }
  }

  private static boolean isSet(RuleView rule) {
    if (rule.policy().at("portLevelSettings").present()) {
      return true;
    }
    for (Field subset : rule.subsets()) {
      if (subset.at("trafficPolicy").at("portLevelSettings").present()) {
        return true;
      }
    }
    return false;
  }

  /** Returns the ports of all hosts of the rule that the set defines; empty: not in the set. */
  private static List<Integer> numbers(RuleView rule, LintContext context) {
    List<Integer> numbers = new ArrayList<>();
    if (!rule.host().startsWith("*")) {
      add(context.hosts().get(rule.host()), numbers);
      return numbers;
    }
    for (HostObjects host : context.hosts().all()) {
      if (RuleLookup.includes(rule.host(), host.host())) {
        add(host, numbers);
      }
    }
    return numbers;
  }

  private static void add(HostObjects host, List<Integer> numbers) {
    if (!host.isExternalName()) {
      for (HostPort port : host.ports()) {
        numbers.add(port.number());
      }
    }
  }

  private static void check(RuleView rule, List<Integer> numbers, LintContext context) {
    if (numbers.isEmpty()) {
      return;
    }
    check(rule.policy(), rule, numbers, context);
    for (Field subset : rule.subsets()) {
      check(subset.at("trafficPolicy"), rule, numbers, context);
    }
  }

  private static void check(
      Field policy, RuleView rule, List<Integer> numbers, LintContext context) {
    for (Field setting : policy.at("portLevelSettings").items()) {
      Field number = setting.at("port").at("number");
      OptionalInt port = number.number();
      if (port.isPresent() && !numbers.contains(port.getAsInt())) {
        report(rule, setting, number, numbers, context);
      }
    }
  }

  private static void report(
      RuleView rule, Field setting, Field number, List<Integer> numbers, LintContext context) {
    TlsView tls = new TlsView(rule, setting.at("tls"));
    boolean encrypts = tls.originates() || tls.isOfMesh();
    boolean sure = context.complete() || !rule.host().startsWith("*");
    context
        .findings()
        .add(
            Rule.RULE_FOR_OTHER_PORT,
            encrypts && sure ? Severity.ERROR : Severity.WARNING,
            rule.object(),
            number.path(),
            "expected a port of `"
                + rule.host()
                + "`, which has "
                + words(numbers)
                + ", found `"
                + number.text()
                + "`, and Istio ignores these settings"
                + (encrypts ? ", so that no call gets their TLS" : "")
                + (sure ? "" : " unless a host that is not in the input has the port"),
            "Write `port: {number: " + numbers.get(0) + "}`");
  }

  private static String words(List<Integer> numbers) {
    StringBuilder words = new StringBuilder();
    for (int number : numbers) {
      String word = "`" + number + "`";
      if (words.indexOf(word) < 0) {
        words.append(words.isEmpty() ? "" : ", ").append(word);
      }
    }
    return words.toString();
  }
}
