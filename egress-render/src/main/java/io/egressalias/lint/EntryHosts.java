package io.egressalias.lint;

import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.LocalHost;
import io.egressalias.internal.manifest.ManifestObject;
import io.egressalias.model.EgressAlias;
import io.egressalias.object.KnownKind;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rules about the hosts of a ServiceEntry. */
final class EntryHosts {
  private static final String SIDECARS_ALONE = ", which has no endpoints without a sidecar";

  private final LintContext context;
  private final EndpointTable table;

  EntryHosts(LintContext context, EndpointTable table) {
    this.context = context;
    this.table = table;
  }

  void check(EntryView entry) {
    @Nullable String dialled = dialled(entry);
    for (Field host : entry.spec("hosts").items()) {
      String name = host.text().toLowerCase(Locale.ROOT);
      if (name.startsWith("*")) {
        wildcard(entry, host);
      } else if (name.endsWith("." + EgressAlias.ROUTED_DOMAIN)) {
        inNoDns(entry, host, looksUp(entry, dialled, name));
      } else if (context.hosts().isLocal(name)) {
        @Nullable HostObjects found = context.hosts().find(name);
        if (found != null && !found.services.isEmpty()) {
          ofService(entry, host, found.services.get(0));
        } else {
          withoutService(entry, host, name, dialled);
        }
      }
    }
  }

  private void wildcard(EntryView entry, Field host) {
    if (entry.looksUpHost()) {
      context
          .findings()
          .add(
              Rule.WILDCARD_WITH_DNS,
              entry.object(),
              host.path(),
              "expected one host for `resolution: %s`, found `%s`, which DNS does not resolve"
                  .formatted(entry.resolution(), Quoted.shortened(host.text())),
              "Write `resolution: NONE`, or single hosts");
    }
  }

  /** The domain of rendered entries is on no DNS server. */
  private void inNoDns(EntryView entry, Field host, boolean looksUp) {
    if (looksUp) {
      context
          .findings()
          .add(
              Rule.ENTRY_WITHOUT_SERVICE,
              Severity.ERROR,
              entry.object(),
              host.path(),
              "expected `endpoints` for `%s`, which no DNS server knows, found none"
                  .formatted(Quoted.shortened(host.text())),
              "Write the external host as `endpoints: [{address: HOST}]`");
    }
  }

  private void ofService(EntryView entry, Field host, ManifestObject service) {
    boolean one =
        context.hosts().namespace(entry.object()).equals(context.hosts().namespace(service));
    boolean only = one && isOnlySource(entry, service);
    boolean mixed = one && !entry.isInternal() && !only;
    context
        .findings()
        .add(
            Rule.ENTRY_OF_SERVICE,
            mixed ? Severity.ERROR : Severity.WARNING,
            entry.object(),
            host.path(),
            "expected a host that is not the name of a Service, found that of `%s`%s"
                .formatted(service.id(), only ? SIDECARS_ALONE : effect(entry, service, one)),
            "Delete `%s`, or delete `%s`".formatted(entry.object().id(), service.id()));
  }

  /** Returns whether the entry gives a Service the endpoints that nothing else does. */
  private boolean isOnlySource(EntryView entry, ManifestObject service) {
    ServiceView view = table.find(context.hosts().nameOf(service));
    return entry.resolution().equals("STATIC")
        && ServiceView.usesOwnEndpoints(service)
        && !ServiceView.isHeadless(service)
        && view != null
        && view.endpoints().isEmpty();
  }

  private String effect(EntryView entry, ManifestObject service, boolean one) {
    if (!one) {
      return "; the entry counts in its own namespace alone";
    }
    if (ServiceView.isExternalName(service)) {
      return ", and sidecars have no cluster for it";
    }
    if (entry.resolution().equals("STATIC")
        && !ServiceView.isHeadless(service)
        && sharesPort(entry, service)) {
      return ", and sidecars use the addresses of both";
    }
    return ", and sidecars ignore the entry";
  }

  private boolean sharesPort(EntryView entry, ManifestObject service) {
    Set<String> numbers = new HashSet<>();
    for (Field port : Field.of(service, "spec", "ports").items()) {
      numbers.add(port.at("port").text());
    }
    for (HostPort port : context.hosts().definition(entry.object()).ports()) {
      if (numbers.contains(Integer.toString(port.number()))) {
        return true;
      }
    }
    return false;
  }

  /** DNS has names of pods as well, which have more parts than the name of a Service. */
  private void withoutService(EntryView entry, Field host, String name, @Nullable String dialled) {
    LocalHost local = LocalHost.of(name, context.platform().clusterDomain());
    if (local == null || !looksUp(entry, dialled, name)) {
      return;
    }
    boolean refused =
        context
            .set()
            .isRefused(
                KnownKind.SERVICE,
                KnownKind.SERVICE.id(Optional.of(local.namespace()), local.name()));
    if (!refused && context.hosts().meant(name, entry.object()) == null) {
      context
          .findings()
          .add(
              Rule.ENTRY_WITHOUT_SERVICE,
              context.complete() ? Severity.ERROR : Severity.WARNING,
              entry.object(),
              host.path(),
              "expected `endpoints` for `%s`, found %s, and the input has no Service of this name"
                  .formatted(
                      Quoted.shortened(host.text()),
                      entry.spec("endpoints").items().isEmpty() ? "none" : "the host itself"),
              "Write the external host as `endpoints: [{address: HOST}]`, or delete `%s` if the Service exists"
                  .formatted(entry.object().id()));
    }
  }

  private static boolean looksUp(EntryView entry, @Nullable String dialled, String name) {
    return (dialled != null && dialled.equalsIgnoreCase(name)) || entry.looksUpHost();
  }

  /** Returns the name that DNS looks up for all endpoints; null: several, or none. */
  private static @Nullable String dialled(EntryView entry) {
    if (!entry.resolution().startsWith("DNS")) {
      return null;
    }
    String found = null;
    for (Field endpoint : entry.spec("endpoints").items()) {
      String address = endpoint.at("address").text();
      if (found != null && !found.equalsIgnoreCase(address)) {
        return null;
      }
      found = address;
    }
    return found;
  }
}
