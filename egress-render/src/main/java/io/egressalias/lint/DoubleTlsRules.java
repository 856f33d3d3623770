package io.egressalias.lint;

import io.egressalias.diagnostic.Rule;
import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.ManifestObject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds rules by which sidecars encrypt what the workload itself encrypts. */
final class DoubleTlsRules implements ManifestRule {

  @Override
  public void check(LintContext context) {
    RuleLookup lookup = context.lookup();
    Set<Object> reported = new HashSet<>();
    for (HostDefinition target : context.hosts().external()) {
      List<RuleView> rules = lookup.candidates(target.host());
      if (!rules.isEmpty() && !target.host().isBehindGatewaysOnly()) {
        check(target, rules, lookup, context, reported);
      }
    }
  }

  private static void check(
      HostDefinition target,
      List<RuleView> rules,
      RuleLookup lookup,
      LintContext context,
      Set<Object> reported) {
    for (HostPort port : target.ports()) {
      if (!port.isTls()) {
        continue;
      }
      for (String caller : target.callers(rules)) {
        Sending sending = Sending.of(context.hosts(), lookup, target, port, caller);
        if (sending.isOriginated() && !isForGateway(sending, target, caller)) {
          TlsView tls = sending.tls().orElseThrow();
          if (reported.add(List.of(tls.rule().object().id(), tls.field().path()))) {
            report(target, port, tls, context);
          }
        }
      }
    }
  }

  /** The pods of a gateway do not encrypt by themselves what a route sends to the host. */
  private static boolean isForGateway(Sending sending, HostDefinition target, String caller) {
    if (!target.host().servesGateway()) {
      return false;
    }
    RuleView rule = sending.tls().orElseThrow().rule();
    boolean ofCaller = rule.namespace().equals(caller) && !caller.equals(target.namespace());
    Optional<String> gateway = GatewayPlace.namespace(target.host());
    return rule.selectsPods() || (ofCaller && (gateway.isEmpty() || gateway.get().equals(caller)));
  }

  private static void report(
      HostDefinition target, HostPort port, TlsView tls, LintContext context) {
    Field field = tls.field();
    ManifestObject object = tls.rule().object();
    boolean gateway = target.host().servesGateway();
    Optional<HostPort> other = gateway ? Optional.empty() : unencrypted(target, tls);
    context
        .findings()
        .add(
            other.isPresent() ? Rule.ONE_TLS_FOR_TWO_PORTS : Rule.TLS_WITHIN_TLS,
            object,
            field.path(),
            message(target, port, tls, other),
            remedy(port, other, gateway));
  }

  private static String message(
      HostDefinition target, HostPort port, TlsView tls, Optional<HostPort> other) {
    String what =
        "port `" + port.number() + "` of `" + target.host().host() + "`, whose workloads encrypt";
    String found = "found `mode: " + tls.mode() + "`";
    return other.isPresent()
        ? "expected TLS settings for port `"
            + other.get().number()
            + "` alone, "
            + found
            + " also for "
            + what
            + " the traffic, so that the server receives TLS within TLS"
        : "expected no TLS settings for "
            + what
            + " the traffic, "
            + found
            + ", so that the server receives TLS within TLS";
  }

  private static String remedy(HostPort port, Optional<HostPort> other, boolean gateway) {
    if (gateway) {
      return "Move the rule to the namespace of the pods of the gateway and add `exportTo: [\".\"]`"
          + " to its `spec`";
    }
    return other.isPresent()
        ? "Move `tls` to `portLevelSettings` with `port: {number: " + other.get().number() + "}`"
        : "Remove `tls`, or write `protocol: HTTP` for port `"
            + port.number()
            + "` if the workload does not encrypt the traffic";
  }

  /** Returns a port that the same settings of the whole host are for, and rightly. */
  private static Optional<HostPort> unencrypted(HostDefinition target, TlsView tls) {
    if (!tls.field().path().equals(tls.rule().policy().at("tls").path())) {
      return Optional.empty();
    }
    for (HostPort port : target.ports()) {
      if (!port.isTls() && !tls.rule().settings().hasPort(port.number())) {
        return Optional.of(port);
      }
    }
    return Optional.empty();
  }
}
