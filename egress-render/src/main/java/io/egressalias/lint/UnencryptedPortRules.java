package io.egressalias.lint;

import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import io.egressalias.internal.manifest.Field;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Finds ports through which HTTP without TLS reaches a port of a server for TLS. */
final class UnencryptedPortRules implements ManifestRule {

  @Override
  public void check(LintContext context) {
    ServerPorts targets = context.servers();
    RuleLookup lookup = context.lookup();
    for (HostDefinition target : context.hosts().external()) {
      boolean dialled = target.isEntry() && isWithoutResolution(target);
      for (HostPort port : target.ports()) {
        if (dialled) {
          checkUnused(target, port, context);
        } else if (port.isHttp() || (port.isDetected() && port.number() == 80)) {
          OptionalInt number = targets.tls(target, port);
          if (number.isPresent()) {
            check(target, port, number.getAsInt(), lookup, context);
          }
        }
      }
    }
  }

  private static boolean isWithoutResolution(HostDefinition target) {
    String resolution = Field.of(target.object(), "spec", "resolution").text();
    return resolution.isEmpty() || resolution.equals("NONE");
  }

  private static void checkUnused(HostDefinition target, HostPort port, LintContext context) {
    OptionalInt number = port.targetPort();
    if (number.isPresent() && number.getAsInt() != port.number()) {
      context
          .findings()
          .add(
              Rule.FAILS_OPEN,
              target.object(),
              port.field().at("targetPort").path(),
              "expected no `targetPort` with `resolution: NONE`, found `"
                  + number.getAsInt()
                  + "`, which Istio ignores, and the calls go to the port `"
                  + port.number()
                  + "` of the server",
              "Write `resolution: DNS` and single `hosts`, or remove `targetPort`");
    }
  }

  private static void check(
      HostDefinition target, HostPort port, int number, RuleLookup lookup, LintContext context) {
    Sending near = Sending.of(context.hosts(), lookup, target, port, target.namespace());
    Sending far = near;
    if (target.isVisibleIn(RuleLookup.ELSEWHERE)) {
      far = Sending.of(context.hosts(), lookup, target, port, RuleLookup.ELSEWHERE);
    }
    if (near.isPlain() || far.isPlain()) {
      plain(target, port, number, near, lookup, context);
      return;
    }
    Sending originated = near.isOriginated() ? near : far;
    if (originated.isOriginated()) {
      TlsView tls = originated.tls().orElseThrow();
      boolean selects = tls.rule().selectsPods();
      if (selects && tls.rule().ambient()) {
        return;
      }
      if (selects && originated.subset().isEmpty()) {
        report(
            Severity.WARNING,
            target,
            port,
            "expected TLS for all pods, found a rule with `workloadSelector`, and all other pods"
                + " send HTTP without TLS to the port `"
                + number
                + "` of the server",
            declaration(),
            context);
      } else if (originated.subset().isEmpty()) {
        report(
            Severity.INFO,
            target,
            port,
            "without the rule `"
                + tls.rule().object().id()
                + "` the "
                + proxy(target, context)
                + " sends HTTP without TLS to the port `"
                + number
                + "` of the server",
            "Keep the rule, or replace the objects with the declaration that `egress import`"
                + " prints",
            context);
      }
    }
  }

  private static String declaration() {
    return "Remove `workloadSelector`, or replace the objects with the declaration that"
        + " `egress import` prints";
  }

  private static void plain(
      HostDefinition target,
      HostPort port,
      int number,
      Sending near,
      RuleLookup lookup,
      LintContext context) {
    List<RuleView> rules = lookup.candidates(target.host());
    if (isReportedElsewhere(target, port, rules)) {
      return;
    }
    boolean disabled = near.tls().isPresent() && near.tls().get().mode().equals("DISABLE");
    if (disabled || (!target.isEntry() && !isMesh(context))) {
      return;
    }
    report(
        target.isEntry() ? Severity.ERROR : Severity.WARNING,
        target,
        port,
        "expected a DestinationRule that originates TLS for port `"
            + port.number()
            + "`, found none, and the "
            + proxy(target, context)
            + " sends HTTP without TLS to the port `"
            + number
            + "` of the server",
        "Add a DestinationRule for `"
            + target.host().host()
            + "` with `portLevelSettings: [{port: {number: "
            + port.number()
            + "}, tls: {mode: SIMPLE}}]`, or declare an alias",
        context);
  }

  private static String proxy(HostDefinition target, LintContext context) {
    return context.ambient().includes(target.namespace()) ? "waypoint" : "sidecar";
  }

  private static boolean isMesh(LintContext context) {
    return context.platform().istio().version().isPresent() || context.set().meshed();
  }

  /** A rule that is for the port and does not hold has a finding of its own. */
  private static boolean isReportedElsewhere(
      HostDefinition target, HostPort port, List<RuleView> rules) {
    for (RuleView rule : rules) {
      Optional<Field> own = rule.tls(port.number());
      if (own.isPresent() && new TlsView(rule, own.get()).originates()) {
        return true;
      }
    }
    return target.host().hasRuleForOtherPort(rules);
  }

  private static void report(
      Severity severity,
      HostDefinition target,
      HostPort port,
      String message,
      String remedy,
      LintContext context) {
    context
        .findings()
        .add(Rule.FAILS_OPEN, severity, target.object(), port.field().path(), message, remedy);
  }
}
