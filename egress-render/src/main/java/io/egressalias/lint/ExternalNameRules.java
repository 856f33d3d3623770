package io.egressalias.lint;

import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.ManifestObject;
import io.egressalias.model.PlatformFact;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds rules for the host of an ExternalName Service, which have no effect. */
final class ExternalNameRules implements ManifestRule {

  @Override
  public void check(LintContext context) {
    if (PlatformFact.EXTERNAL_NAME_IS_ALIAS.isLaterThan(context.platform())) {
      return;
    }
    for (HostObjects host : context.hosts().all()) {
      if (host.isExternalName() && host.entries.isEmpty()) {
        check(host, context);
      }
    }
  }

  private static void check(HostObjects host, LintContext context) {
    if (!host.rules.isEmpty()) {
      String target = target(host);
      boolean originated = isOriginated(target, context);
      for (RuleView rule : host.rules) {
        check(host, target, originated, rule, context);
      }
    }
  }

  private static void check(
      HostObjects host, String target, boolean originated, RuleView rule, LintContext context) {
    TlsView origination = origination(rule);
    if (origination != null && !originated) {
      context
          .findings()
          .add(
              Rule.TLS_RULE_ON_EXTERNAL_NAME,
              rule.object(),
              origination.field().path(),
              "expected no TLS settings for the ExternalName Service `"
                  + host.host()
                  + "`, found `mode: "
                  + origination.mode()
                  + "`, which has no effect from Istio 1.21 on, and the calls are sent without TLS",
              remedy(target, rule.ambient()));
      return;
    }
    Severity severity =
        PlatformFact.EXTERNAL_NAME_IS_ALIAS.holds(context.platform())
            ? Severity.WARNING
            : Severity.INFO;
    Field spec = rule.spec("host");
    context
        .findings()
        .add(
            Rule.DEAD_RULE,
            severity,
            rule.object(),
            spec.path(),
            "expected the host of a Service or ServiceEntry, found that of the ExternalName"
                + " Service `"
                + host.host()
                + "`, for which a rule has no effect from Istio 1.21 on",
            "Remove this DestinationRule, or write `host: " + target + "`");
  }

  /** In an ambient mesh, a rule for the target is not used for calls of the Service, either. */
  private static String remedy(String target, boolean ambient) {
    if (ambient) {
      return "Replace the objects with the declaration that `egress import` prints";
    }
    return "Write `host: "
        + target
        + "` and add a ServiceEntry for that host, or replace the objects with the declaration"
        + " that `egress import` prints";
  }

  private static @Nullable TlsView origination(RuleView rule) {
    for (TlsView tls : TlsFields.of(rule)) {
      if (tls.originates()) {
        return tls;
      }
    }
    return null;
  }

  /** A rule for the target itself may originate TLS, so that nothing leaves without it. */
  private static boolean isOriginated(String target, LintContext context) {
    HostObjects found = context.hosts().find(target.toLowerCase(Locale.ROOT));
    if (found == null || found.entries.isEmpty()) {
      return false;
    }
    for (RuleView rule : found.rules) {
      if (origination(rule) != null) {
        return true;
      }
    }
    return false;
  }

  private static String target(HostObjects host) {
    for (ManifestObject service : host.services) {
      String target = service.tree().textAt("spec", "externalName");
      if (!target.isEmpty()) {
        return Quoted.shortened(target);
      }
    }
    return "HOST";
  }
}
