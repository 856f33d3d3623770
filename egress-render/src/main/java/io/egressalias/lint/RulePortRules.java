package io.egressalias.lint;

import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import io.egressalias.internal.manifest.Field;
import java.util.LinkedHashSet;
import java.util.OptionalInt;
import java.util.Set;

/** Finds settings for a port that the host does not have. */
final class RulePortRules implements ManifestRule {

  @Override
  public void check(LintContext context) {
    WildcardHosts wildcards = new WildcardHosts(context.hosts());
    for (HostObjects host : context.hosts().all()) {
      Set<Integer> numbers = null;
      for (RuleView rule : host.rules) {
        if (isSet(rule)) {
          numbers = numbers == null ? numbers(host, wildcards) : numbers;
          check(rule, numbers, context);
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
  /** Returns the ports of the hosts of a rule, in their order. */
  private static Set<Integer> numbers(HostObjects host, WildcardHosts wildcards) {
    Set<Integer> numbers = new LinkedHashSet<>();
    if (!host.host().startsWith("*")) {
      add(host, numbers);
      return numbers;
    }
    for (HostObjects included : wildcards.includedBy(host.host())) {
      add(included, numbers);
    }
    return numbers;
  }

  private static void add(HostObjects host, Set<Integer> numbers) {
    if (!host.isExternalName()) {
      for (HostPort port : host.ports()) {
        numbers.add(port.number());
      }
    }
  }

  private static void check(RuleView rule, Set<Integer> numbers, LintContext context) {
    if (numbers.isEmpty()) {
      return;
    }
    check(rule.policy(), rule, numbers, context);
    for (Field subset : rule.subsets()) {
      check(subset.at("trafficPolicy"), rule, numbers, context);
    }
  }

  private static void check(
      Field policy, RuleView rule, Set<Integer> numbers, LintContext context) {
    for (Field setting : policy.at("portLevelSettings").items()) {
      Field number = setting.at("port").at("number");
      OptionalInt port = number.number();
      if (port.isPresent() && !numbers.contains(port.getAsInt())) {
        report(rule, setting, number, numbers, context);
      }
    }
  }

  private static void report(
      RuleView rule, Field setting, Field number, Set<Integer> numbers, LintContext context) {
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
            "Write `port: {number: " + numbers.iterator().next() + "}`");
  }

  private static String words(Set<Integer> numbers) {
    StringBuilder words = new StringBuilder();
    for (int number : numbers) {
      words.append(words.isEmpty() ? "`" : ", `").append(number).append('`');
    }
    return words.toString();
  }
}
