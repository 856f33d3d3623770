package io.egressalias.plan;

import io.egressalias.render.Manifest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * What Kubernetes makes of the change of one object: watched with the API server and its
 * controllers, not read.
 */
final class Transitions {
  private static final String SERVICE_NAME = "kubernetes.io/service-name";
  private static final String MANAGED_BY = "endpointslice.kubernetes.io/managed-by";
  private static final String CONTROLLER = "endpointslice-controller.k8s.io";

  private final Map<ObjectId, Manifest> before;
  private final Map<ObjectId, Manifest> after;

  Transitions(Map<ObjectId, Manifest> before, Map<ObjectId, Manifest> after) {
    this.before = before;
    this.after = after;
  }

  /** What makes an object what it is to be; nothing where it is that already. */
  List<Step> to(ObjectId id, Manifest manifest) {
    Manifest old = before.get(id);
    if (old == null) {
      return List.of(new Step.Create(id, manifest, "it is not there"));
    }
    Optional<String> immutable = immutable(old, manifest);
    if (immutable.isPresent()) {
      return List.of(
          new Step.Delete(id, immutable.get()),
          new Step.Create(id, manifest, "it had to be deleted"));
    }
    if (isEndpoints(id) && isRecreated(serviceOf(id))) {
      return List.of(new Step.Create(id, manifest, "it is deleted together with its Service"));
    }
    if (old.tree().equals(manifest.tree())) {
      return List.of();
    }
    if (hasPortOfTwoProtocols(old) || hasPortOfTwoProtocols(manifest)) {
      return List.of(
          new Step.Replace(id, manifest, "merged by its number, one of two ports would be lost"));
    }
    List<String> fields = Differences.between(old.tree(), manifest.tree());
    return List.of(new Step.Change(id, manifest, fields, String.join(", ", fields)));
  }

  /** What the controllers made for a Service of pods and leave there when it is one no more. */
  List<Step> leftBehind(ObjectId id, Manifest manifest) {
    Manifest old = before.get(id);
    boolean wasOfPods = old != null && hasSelector(old) && !hasSelector(manifest);
    if (!id.kind().equals("Service") || !wasOfPods) {
      return List.of();
    }
    ObjectId slices = new ObjectId("discovery.k8s.io", "EndpointSlice", id.namespace(), id.name());
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put(SERVICE_NAME, id.name());
    labels.put(MANAGED_BY, CONTROLLER);
    Step ofController =
        new Step.DeleteSelected(
            slices, labels, "Kubernetes leaves them behind, with addresses of pods");
    ObjectId endpoints = new ObjectId("", "Endpoints", id.namespace(), id.name());
    return after.containsKey(endpoints)
        ? List.of(ofController)
        : List.of(
            new Step.Delete(endpoints, "Kubernetes leaves it behind, with addresses of pods"),
            ofController);
  }

  String reasonOfDeletion(ObjectId id) {
    if (isSlice(id)) {
      return "Kubernetes leaves it behind, and traffic would go on to its addresses";
    }
    if (isEndpoints(id) && after.containsKey(serviceOf(id))) {
      return "Kubernetes leaves it behind";
    }
    return "it is declared no more";
  }

  /**
   * Whether an object that goes has to go before anything else is applied: behind a Service that a
   * sidecar is to carry, addresses are a way around it in clear text.
   */
  boolean leaksUntilDeleted(ObjectId id) {
    if (!isEndpoints(id) && !isSlice(id)) {
      return false;
    }
    ObjectId entry =
        new ObjectId("networking.istio.io", "ServiceEntry", id.namespace(), serviceOf(id).name());
    return after.containsKey(entry);
  }

  private boolean isRecreated(ObjectId service) {
    Manifest old = before.get(service);
    Manifest manifest = after.get(service);
    return old != null && manifest != null && immutable(old, manifest).isPresent();
  }

  private ObjectId serviceOf(ObjectId id) {
    Manifest manifest = after.getOrDefault(id, before.get(id));
    String name = manifest == null ? id.name() : manifest.alias().name();
    return new ObjectId("", "Service", id.namespace(), name);
  }

  /** Why an object cannot become another in place; empty: it can. */
  private static Optional<String> immutable(Manifest old, Manifest manifest) {
    if (!manifest.kind().equals("Service")) {
      return Optional.empty();
    }
    JsonNode was = old.tree().path("spec");
    JsonNode is = manifest.tree().path("spec");
    boolean external = isExternalName(was) || isExternalName(is);
    if (external) {
      return Optional.empty();
    }
    if (!was.path("clusterIP").equals(is.path("clusterIP"))) {
      return Optional.of("`clusterIP` cannot be changed in place");
    }
    String family = firstFamily(was);
    return family.equals(firstFamily(is))
        ? Optional.empty()
        : Optional.of("the first of `ipFamilies` cannot be changed in place");
  }

  private static boolean isExternalName(JsonNode spec) {
    return spec.path("type").asString("").equals("ExternalName");
  }

  /** What is not written is the cluster's own, which is taken for IPv4. */
  private static String firstFamily(JsonNode spec) {
    return spec.path("ipFamilies").path(0).asString("IPv4");
  }

  private static boolean hasSelector(Manifest manifest) {
    return manifest.tree().path("spec").has("selector");
  }

  private static boolean hasPortOfTwoProtocols(Manifest manifest) {
    if (!manifest.kind().equals("Service")) {
      return false;
    }
    TreeSet<Integer> numbers = new TreeSet<>();
    for (JsonNode port : manifest.tree().path("spec").path("ports")) {
      if (!numbers.add(port.path("port").asInt())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isEndpoints(ObjectId id) {
    return id.kind().equals("Endpoints");
  }

  private static boolean isSlice(ObjectId id) {
    return id.kind().equals("EndpointSlice");
  }
}
