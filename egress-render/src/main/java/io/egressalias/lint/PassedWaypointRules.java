package io.egressalias.lint;

import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.ManifestObject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds ExternalName Services that lead past the TLS settings for their target. */
final class PassedWaypointRules implements ManifestRule {

  @Override
  public void check(LintContext context) {
    Map<ManifestObject, Map<Integer, TlsView>> originated = new HashMap<>();
    for (HostObjects host : context.hosts().all()) {
      for (ManifestObject service : host.services) {
        if (ServiceView.isExternalName(service)
            && context.ambient().includes(context.hosts().namespace(service))) {
          check(service, originated, context);
        }
      }
    }
  }

  private static void check(
      ManifestObject service,
      Map<ManifestObject, Map<Integer, TlsView>> originated,
      LintContext context) {
    @Nullable HostObjects target = context.hosts().find(ExternalNames.target(service));
    if (target == null) {
      return;
    }
    for (HostDefinition definition : HostDefinition.external(context.hosts(), target)) {
      Map<Integer, TlsView> ports = originated.get(definition.object());
      if (ports == null) {
        ports = originated(definition, context);
        originated.put(definition.object(), ports);
      }
      TlsView tls = called(service, ports);
      if (tls != null) {
        report(service, definition, tls, context);
        return;
      }
    }
  }

  /** Returns the ports with TLS settings, in their order. */
  private static Map<Integer, TlsView> originated(HostDefinition target, LintContext context) {
    Map<Integer, TlsView> found = new LinkedHashMap<>();
    for (HostPort port : target.ports()) {
      Sending sending =
          Sending.of(context.hosts(), context.lookup(), target, port, target.namespace());
      if (sending.tls().isPresent() && sending.tls().get().originates()) {
        found.putIfAbsent(port.number(), sending.tls().get());
      }
    }
    return found;
  }

  /**
   * Returns the TLS settings of a port that callers of the Service use; null: none. Without ports,
   * the Service is called with those of its target.
   */
  private static @Nullable TlsView called(ManifestObject service, Map<Integer, TlsView> ports) {
    List<Field> own = Field.of(service, "spec", "ports").items();
    if (own.isEmpty()) {
      return ports.isEmpty() ? null : ports.values().iterator().next();
    }
    Set<Integer> called = new HashSet<>();
    for (Field port : own) {
      called.add(port.at("port").number().orElse(0));
    }
    called.retainAll(ports.keySet());
    if (called.size() < 2) {
      return called.isEmpty() ? null : ports.get(called.iterator().next());
    }
    for (Map.Entry<Integer, TlsView> port : ports.entrySet()) {
      if (called.contains(port.getKey())) {
        return port.getValue();
      }
    }
    return null;
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
