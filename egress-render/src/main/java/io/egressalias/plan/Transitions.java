package io.egressalias.plan;

import io.egressalias.object.KnownKind;
import io.egressalias.object.ObjectId;
import io.egressalias.render.Manifest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What Kubernetes makes of the change of one object: watched with the API server and its
 * controllers, not read.
 */
final class Transitions {
  private static final String SERVICE_NAME = "kubernetes.io/service-name";
  private static final String MANAGED_BY = "endpointslice.kubernetes.io/managed-by";
  private static final String CONTROLLER = "endpointslice-controller.k8s.io";
  private static final String DECLARED_NO_MORE = "no longer declared";

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
      return List.of(new Step.Create(id, manifest, "does not exist yet"));
    }
    Optional<String> immutable = immutable(old, manifest);
    if (immutable.isPresent()) {
      return List.of(
          new Step.Delete(id, immutable.get()),
          new Step.Create(id, manifest, "created again after its deletion"));
    }
    if (kind(id) == KnownKind.ENDPOINTS && isRecreated(serviceOf(id))) {
      return List.of(new Step.Create(id, manifest, "deleted together with its Service"));
    }
    if (isRerouted(id)) {
      return List.of(
          new Step.Create(id, manifest, "its DestinationRule and ServiceEntry are up to date"));
    }
    if (old.tree().equals(manifest.tree())) {
      return List.of();
    }
    if (hasPortOfTwoProtocols(old) || hasPortOfTwoProtocols(manifest)) {
      return List.of(
          new Step.Replace(id, manifest, "a merge by port number would lose one of two ports"));
    }
    List<String> fields = Differences.between(old.tree(), manifest.tree());
    return List.of(new Step.Change(id, manifest, fields, String.join(", ", fields)));
  }

  /** What the controllers made for a Service of pods and leave there when it is one no more. */
  List<Step> leftBehind(ObjectId id, Manifest manifest) {
    Manifest old = before.get(id);
    boolean wasOfPods = old != null && hasSelector(old) && !hasSelector(manifest);
    if (kind(id) != KnownKind.SERVICE || !wasOfPods) {
      return List.of();
    }
    ObjectId slices = KnownKind.ENDPOINT_SLICE.id(id.namespace(), id.name());
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put(SERVICE_NAME, id.name());
    labels.put(MANAGED_BY, CONTROLLER);
    Step ofController =
        new Step.DeleteSelected(
            slices, labels, "Kubernetes does not delete them, and they contain addresses of pods");
    ObjectId endpoints = KnownKind.ENDPOINTS.id(id.namespace(), id.name());
    return after.containsKey(endpoints)
        ? List.of(ofController)
        : List.of(
            new Step.Delete(
                endpoints, "Kubernetes does not delete it, and it contains addresses of pods"),
            ofController);
  }

  String reasonOfDeletion(ObjectId id) {
    return switch (kind(id)) {
      case ENDPOINT_SLICE ->
          "Kubernetes does not delete it, and its addresses would still receive traffic";
      case ENDPOINTS ->
          after.containsKey(serviceOf(id)) ? "Kubernetes does not delete it" : DECLARED_NO_MORE;
      case SERVICE, DESTINATION_RULE, VIRTUAL_SERVICE, SERVICE_ENTRY -> DECLARED_NO_MORE;
    };
  }

  /**
   * Takes away the routes of aliases of which more than one part changes. Without its route an
   * alias reaches nothing; with the old route and half of the new rest, traffic could leave in
   * clear text or for whom it is not.
   */
  List<Step> unrouted() {
    return after.keySet().stream()
        .filter(this::isRerouted)
        .map(
            id ->
                (Step)
                    new Step.Delete(
                        id,
                        "no traffic is routed while its DestinationRule and ServiceEntry change"))
        .toList();
  }

  /** Whether an object is a route that is deleted first and created again after its entry. */
  boolean isRerouted(ObjectId route) {
    if (kind(route) != KnownKind.VIRTUAL_SERVICE) {
      return false;
    }
    long changed =
        Stream.of(KnownKind.SERVICE_ENTRY, KnownKind.DESTINATION_RULE, KnownKind.VIRTUAL_SERVICE)
            .map(kind -> kind.id(route.namespace(), route.name()))
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
    ObjectId service = serviceOf(id);
    ObjectId entry = KnownKind.SERVICE_ENTRY.id(id.namespace(), service.name());
    Manifest next = after.get(service);
    boolean toPods = next != null && hasSelector(next);
    return switch (kind(id)) {
      // It leads to where the rule has encrypted until now.
      case VIRTUAL_SERVICE ->
          hasOtherSpec(KnownKind.DESTINATION_RULE.id(id.namespace(), id.name()));
      case ENDPOINTS, ENDPOINT_SLICE -> toPods || after.containsKey(entry);
      // A rule on the alias itself; one on an entry is of no Service.
      case DESTINATION_RULE -> toPods && !before.containsKey(entry);
      case SERVICE, SERVICE_ENTRY -> false;
    };
  }

  /** Returns the kind of an object that was rendered. */
  private static KnownKind kind(ObjectId id) {
    return id.known()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "expected an object of a kind that is rendered, found " + id));
  }

  private boolean isRecreated(ObjectId service) {
    Manifest old = before.get(service);
    Manifest manifest = after.get(service);
    return old != null && manifest != null && immutable(old, manifest).isPresent();
  }

  private ObjectId serviceOf(ObjectId id) {
    Manifest manifest = after.getOrDefault(id, before.get(id));
    String name = manifest == null ? id.name() : manifest.alias().name();
    return KnownKind.SERVICE.id(id.namespace(), name);
  }

  /** Why an object cannot become another in place; empty: it can. */
  private static Optional<String> immutable(Manifest old, Manifest manifest) {
    if (isExternalName(old) || isExternalName(manifest)) {
      return Optional.empty();
    }
    return kind(manifest.id()).immutableFields().stream()
        .filter(field -> field.differs(old.tree(), manifest.tree()))
        .findFirst()
        .map(field -> field.words() + " is immutable");
  }

  /** Such a Service has none of the fields that cannot be changed. */
  private static boolean isExternalName(Manifest manifest) {
    return manifest.tree().path("spec").path("type").asString("").equals("ExternalName");
  }

  private static boolean hasSelector(Manifest manifest) {
    return manifest.tree().path("spec").has("selector");
  }

  private static boolean hasPortOfTwoProtocols(Manifest manifest) {
    if (kind(manifest.id()) != KnownKind.SERVICE) {
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
}
