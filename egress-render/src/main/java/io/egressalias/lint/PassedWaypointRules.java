package io.egressalias.lint;

import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.ManifestObject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds ExternalName Services that lead past the TLS settings for their target. */
final class PassedWaypointRules implements ManifestRule {

  @Override
  public void check(LintContext context) {
    RuleLookup lookup = new RuleLookup(context.hosts());
    for (HostObjects host : context.hosts().all()) {
      for (ManifestObject service : host.services) {
        if (ServiceView.isExternalName(service)
            && context.ambient().includes(context.hosts().namespace(service))) {
          check(service, lookup, context);
        }
      }
    }
  }

  private static void check(ManifestObject service, RuleLookup lookup, LintContext context) {
    @Nullable HostObjects target = context.hosts().find(ExternalNames.target(service));
    if (target == null) {
      return;
    }
    for (HostDefinition definition : HostDefinition.external(context.hosts(), target)) {
      for (HostPort port : definition.ports()) {
        Optional<TlsView> tls = tls(definition, port, lookup, context);
        if (tls.isPresent() && calls(service, port.number())) {
          report(service, definition, tls.get(), context);
          return;
        }
      }
    }
  }

  private static Optional<TlsView> tls(
      HostDefinition target, HostPort port, RuleLookup lookup, LintContext context) {
    Sending sending = Sending.of(context.hosts(), lookup, target, port, target.namespace());
    return sending.tls().filter(TlsView::originates);
  }

  /** Without ports, the Service is called with those of its target. */
  private static boolean calls(ManifestObject service, int number) {
    boolean any = false;
    for (Field port : Field.of(service, "spec", "ports").items()) {
      if (port.at("port").number().orElse(0) == number) {
        return true;
      }
      any = true;
    }
    return !any;
  }

  private static void report(
      ManifestObject service, HostDefinition target, TlsView tls, LintContext context) {
    Field name = Field.of(service, "spec", "externalName");
    context
        .findings()
        .add(
            Rule.PAST_WAYPOINT,
            service,
            name.path(),
            "expected a Service with a cluster IP, found the external name `"
                + Quoted.shortened(name.text())
                + "`, whose address is none of `"
                + target.object().id()
                + "`, and the calls are sent without the TLS of `"
                + tls.rule().object().id()
                + "`",
            "Replace the objects with the declaration that `egress import` prints");
  }
}
