package io.egressalias.lint;

import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.ManifestObject;
import io.egressalias.internal.manifest.Ownership;
import io.egressalias.object.KnownKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The Services of a set with their endpoints, without those that a controller writes. */
final class EndpointTable {
  static final String SERVICE_NAME = "kubernetes.io/service-name";

  private final Map<String, ServiceView> services = new LinkedHashMap<>();
  private final List<ManifestObject> unlabelled = new ArrayList<>();
  private final HostTable hosts;

  private EndpointTable(HostTable hosts) {
    this.hosts = hosts;
  }

  /** Indexes a set, in time that is linear in its size. */
  static EndpointTable of(LintContext context) {
    EndpointTable table = new EndpointTable(context.hosts());
    for (ManifestObject object : context.set().objects()) {
      table.add(object);
    }
    return table;
  }

  private void add(ManifestObject object) {
    if (isOfTheApi(object)) {
      return;
    }
    String name = object.id().name();
    switch (object.kind()) {
      case SERVICE -> service(object);
      case ENDPOINTS -> {
        if (!Ownership.isOfControlPlane(object)) {
          view(name, object).endpoints().add(object);
        }
      }
      case ENDPOINT_SLICE -> slice(object);
      case SERVICE_ENTRY, DESTINATION_RULE, VIRTUAL_SERVICE -> {}
    }
  }

  private void service(ManifestObject service) {
    String host = hosts.nameOf(service);
    ServiceView before = services.get(host);
    if (before == null || before.service() == null) {
      List<ManifestObject> endpoints = before == null ? new ArrayList<>() : before.endpoints();
      services.put(host, new ServiceView(host, service, endpoints));
    }
  }

  private void slice(ManifestObject slice) {
    if (Ownership.isOfController(slice) || Ownership.hasOwner(slice)) {
      return;
    }
    String service = serviceName(slice).text();
    if (service.isEmpty()) {
      unlabelled.add(slice);
    } else {
      view(service, slice).endpoints().add(slice);
    }
  }

  /** Returns the label that names the Service of a slice. */
  static Field serviceName(ManifestObject slice) {
    return Field.of(slice, "metadata", "labels", SERVICE_NAME);
  }

  private ServiceView view(String service, ManifestObject endpoints) {
    String host = hosts.nameOf(service, hosts.namespace(endpoints));
    return services.computeIfAbsent(host, key -> new ServiceView(key, null, new ArrayList<>()));
  }

  /** The API server writes the Service of its own name and its endpoints. */
  private boolean isOfTheApi(ManifestObject object) {
    return object.id().name().equals("kubernetes")
        && hosts.namespace(object).equals(HostTable.DEFAULT_NAMESPACE)
        && (object.kind() == KnownKind.SERVICE
            || object.kind() == KnownKind.ENDPOINTS
            || object.kind() == KnownKind.ENDPOINT_SLICE);
  }

  /** Returns what is about each Service, also about those that are not in the set. */
  Collection<ServiceView> all() {
    return services.values();
  }

  /** Returns the Service with a full name; null: neither it nor endpoints are in the set. */
  @Nullable ServiceView find(String host) {
    return services.get(host);
  }

  /** Returns the EndpointSlices that name no Service. */
  List<ManifestObject> unlabelled() {
    return unlabelled;
  }
}
