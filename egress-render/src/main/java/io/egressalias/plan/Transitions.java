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
  private static final String ISTIO = "networking.istio.io";
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
    if (isRerouted(id)) {
      return List.of(new Step.Create(id, manifest, "its rule and its entry are as they are to be"));
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
   * Takes away the routes of aliases of which more than one part changes. Without its route an
   * alias reaches nothing; with the old route and half of the new rest, traffic could leave in
   * clear text or for whom it is not.
   */
  List<Step> unrouted() {
    return after.keySet().stream()
        .filter(this::isRerouted)
        .map(id -> (Step) new Step.Delete(id, "nothing is routed while its rule and entry change"))
        .toList();
  }

  /** Whether an object is a route that is deleted first and created again after its entry. */
  boolean isRerouted(ObjectId route) {
    if (!isRoute(route)) {
      return false;
    }
    long changed =
        List.of("ServiceEntry", "DestinationRule", "VirtualService").stream()
            .map(kind -> new ObjectId(ISTIO, kind, route.namespace(), route.name()))
            .filter(this::hasOtherSpec)
            .count();
    return before.containsKey(route) && changed > 1;
  }

  private boolean hasOtherSpec(ObjectId id) {
    Manifest old = before.get(id);
    Manifest now = after.get(id);
    return old != null && now != null && !old.tree().path("spec").equals(now.tree().path("spec"));
  }

  /**
   * Whether an object that goes has to go before anything else is applied: behind a Service that a
   * sidecar is to carry, or that is to lead to pods, old addresses are a way to the wrong place,
   * and the old rule keeps the mutual TLS off that pods of the mesh expect.
   */
  boolean leaksUntilDeleted(ObjectId id) {
    if (isRoute(id)) {
      // It leads to where the rule has encrypted until now.
      return hasOtherSpec(new ObjectId(ISTIO, "DestinationRule", id.namespace(), id.name()));
    }
    boolean addresses = isEndpoints(id) || isSlice(id);
    ObjectId service = serviceOf(id);
    ObjectId entry = new ObjectId(ISTIO, "ServiceEntry", id.namespace(), service.name());
    Manifest next = after.get(service);
    boolean toPods = next != null && hasSelector(next);
    return (addresses && after.containsKey(entry))
        || (toPods && (addresses || isRuleOfService(id, service)));
  }

  /** A rule on the alias itself; one on an entry is of no Service. */
  private boolean isRuleOfService(ObjectId id, ObjectId service) {
    ObjectId entry = new ObjectId(ISTIO, "ServiceEntry", id.namespace(), service.name());
    return id.kind().equals("DestinationRule") && !before.containsKey(entry);
  }

  private static boolean isRoute(ObjectId id) {
    return id.kind().equals("VirtualService");
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
