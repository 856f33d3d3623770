package io.egressalias.lint;

import io.egressalias.diagnostic.Rule;
import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.ManifestObject;
import io.egressalias.internal.manifest.Ownership;
import io.egressalias.model.PlatformFact;
import io.egressalias.object.KnownKind;
import org.jspecify.annotations.Nullable;

/** Rules about which objects list the endpoints of a Service. */
final class EndpointForms {
  private static final String SKIPS = "endpointslice.kubernetes.io/skip-mirror";

  private final LintContext context;

  EndpointForms(LintContext context) {
    this.context = context;
  }

  /** Checks the type of the addresses of a slice. */
  void names(ManifestObject slice) {
    if (ServiceView.hasNames(slice)) {
      context
          .findings()
          .add(
              Rule.FQDN_ENDPOINTS,
              slice,
              Field.of(slice, "addressType").path(),
              "expected `IPv4` or `IPv6`, found `FQDN`, whose names no program uses",
              "Replace the slice and its Service by a Service with `type: ExternalName`");
    }
  }

  /** Checks whether a newer kind of object exists. */
  void outdated(ManifestObject endpoints) {
    if (endpoints.kind() == KnownKind.ENDPOINTS
        && PlatformFact.ENDPOINTS_DEPRECATED.holds(context.platform())) {
      context
          .findings()
          .add(
              Rule.OUTDATED_FORM,
              endpoints,
              Field.of(endpoints, "metadata", "name").path(),
              "`%s` is of a kind that Kubernetes 1.33 deprecates".formatted(endpoints.id()),
              "Write an EndpointSlice with `labels: {%s: %s}`"
                  .formatted(EndpointTable.SERVICE_NAME, endpoints.id().name()));
    }
  }

  /** Checks whether a Service has more than one source of endpoints. */
  void sources(ManifestObject service, ServiceView view) {
    if (ServiceView.isExternalName(service)) {
      for (ManifestObject each : view.endpoints()) {
        report(each, "`" + service.id() + "` is of type ExternalName, which uses no endpoints");
      }
    } else if (ServiceView.hasSelector(service)) {
      for (ManifestObject each : view.endpoints()) {
        if (!Ownership.isLive(each)) {
          report(each, "`" + service.id() + "` has a `selector`, whose pods are the endpoints");
        }
      }
    } else {
      mirrored(view);
    }
  }

  private void mirrored(ServiceView view) {
    @Nullable ManifestObject slice = null;
    @Nullable ManifestObject endpoints = null;
    for (ManifestObject each : view.endpoints()) {
      if (each.kind() == KnownKind.ENDPOINT_SLICE) {
        slice = slice == null ? each : slice;
      } else {
        endpoints = each;
      }
    }
    if (slice != null && endpoints != null && !skipsMirror(endpoints)) {
      report(endpoints, "`" + slice.id() + "` has endpoints of the same Service");
    }
  }

  private static boolean skipsMirror(ManifestObject endpoints) {
    return Field.of(endpoints, "metadata", "labels", SKIPS).text().equals("true");
  }

  private void report(ManifestObject endpoints, String because) {
    context
        .findings()
        .add(
            Rule.OWN_ENDPOINTS_OF_SELECTOR,
            endpoints,
            Field.of(endpoints, "metadata", "name").path(),
            "expected one source of endpoints, found `%s` in addition: %s"
                .formatted(endpoints.id(), because),
            "Delete `" + endpoints.id() + "`, or the other source");
  }
}
