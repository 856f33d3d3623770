package io.egressalias.lint;

import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.ManifestObject;
import io.egressalias.internal.manifest.Ownership;
import io.egressalias.object.KnownKind;
import io.egressalias.object.ObjectId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds endpoints without a Service, and Services without endpoints. */
final class MissingHalves {
  private final LintContext context;
  private final Severity severity;
  private final String otherwise;
  private final Set<String> unlabelled = new HashSet<>();

  MissingHalves(LintContext context) {
    this.context = context;
    this.severity = context.complete() ? Severity.ERROR : Severity.WARNING;
    this.otherwise = context.complete() ? "" : ", or add the file to the input if one has it";
  }

  /** Checks a slice that names no Service; none can use it. */
  void unlabelled(ManifestObject slice) {
    unlabelled.add(context.hosts().namespace(slice));
    context
        .findings()
        .add(
            Rule.MISSING_HALF,
            slice,
            Field.of(slice, "metadata", "labels").path(),
            "expected the label `%s` with the name of a Service, found none"
                .formatted(EndpointTable.SERVICE_NAME),
            "Add `labels: {%s: %s}`"
                .formatted(EndpointTable.SERVICE_NAME, Quoted.shortened(slice.id().name())));
  }

  /** Checks the endpoints of a Service that is not in the set. */
  void withoutService(ServiceView view) {
    for (ManifestObject endpoints : view.endpoints()) {
      boolean slice = endpoints.kind() == KnownKind.ENDPOINT_SLICE;
      Field name =
          slice ? EndpointTable.serviceName(endpoints) : Field.of(endpoints, "metadata", "name");
      if (!context.set().isRefused(KnownKind.SERVICE, ofService(endpoints, name))
          && !Ownership.isLive(endpoints)) {
        context
            .findings()
            .add(
                Rule.MISSING_HALF,
                severity,
                endpoints,
                name.path(),
                "expected a Service `%s` in the namespace `%s`, found none in the input"
                    .formatted(Quoted.shortened(name.text()), context.hosts().namespace(endpoints)),
                "Add the Service" + otherwise);
      }
    }
  }

  private static ObjectId ofService(ManifestObject endpoints, Field name) {
    return KnownKind.SERVICE.id(endpoints.id().namespace(), name.text());
  }

  /** Checks a Service for which people write endpoints; called after the unlabelled slices. */
  void withoutEndpoints(ManifestObject service, ServiceView view) {
    if (!ServiceView.usesOwnEndpoints(service)
        || Ownership.hasOwner(service)
        || isRefused(service)
        || hasAddresses(view.endpoints())
        || hasEntry(view.host())
        || unlabelled.contains(context.hosts().namespace(service))) {
      return;
    }
    Field ports = Field.of(service, "spec", "ports");
    HostObjects host = context.hosts().get(view.host());
    if (!context.platform().istio().present() || !RoutedPorts.isRouted(context.hosts(), host)) {
      report(service, Field.of(service, "spec"), view.endpoints());
      return;
    }
    for (Field port : ports.items()) {
      if (!RoutedPorts.isRouted(context.hosts(), host, port.at("port").number())) {
        report(service, port, view.endpoints());
      }
    }
  }

  private void report(ManifestObject service, Field at, List<ManifestObject> endpoints) {
    String found =
        endpoints.isEmpty()
            ? "found none in the input"
            : "found no address in `" + endpoints.get(0).id() + "`";
    context
        .findings()
        .add(
            Rule.MISSING_HALF,
            severity,
            service,
            at.path(),
            "expected endpoints, because the Service has no `selector`, " + found,
            "Add an EndpointSlice with `labels: {%s: %s}`%s"
                .formatted(
                    EndpointTable.SERVICE_NAME, Quoted.shortened(service.id().name()), otherwise));
  }

  private boolean isRefused(ManifestObject service) {
    return context.set().isRefused(KnownKind.ENDPOINTS, service.id())
        || context.set().isRefused(KnownKind.ENDPOINT_SLICE, service.id());
  }

  private static boolean hasAddresses(List<ManifestObject> all) {
    for (ManifestObject endpoints : all) {
      if (!ServiceView.addresses(endpoints).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** Sidecars use the endpoints of a ServiceEntry with the name; another rule judges it. */
  private boolean hasEntry(String host) {
    @Nullable HostObjects found = context.hosts().find(host);
    return found != null && !found.entries.isEmpty() && context.platform().istio().present();
  }
}
