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
 * The steps for the change of one object. They are based on observation of the API server and its
 * controllers, not on their documentation.
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

  /** Returns the steps for an object; none if it is unchanged. */
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

  /**
   * Returns the steps that delete what controllers created for a Service with a selector and do not
   * delete when the selector is removed.
   */
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
   * Deletes the routes of aliases of which more than one part changes. Without its route an alias
   * reaches nothing; the old route with some of the new objects could send plaintext or send
   * traffic to the wrong destination.
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

  /**
   * Returns whether an object is a route that is deleted first and created again after its
   * ServiceEntry.
   */
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
   * Returns whether an object must be deleted before anything else is applied. Behind a Service
   * whose traffic a sidecar or pods are to receive, old addresses lead to the wrong destination,
   * and an old rule disables the mutual TLS that pods of the mesh expect.
   */
  boolean leaksUntilDeleted(ObjectId id) {
    ObjectId service = serviceOf(id);
    ObjectId entry = KnownKind.SERVICE_ENTRY.id(id.namespace(), service.name());
    Manifest next = after.get(service);
    boolean toPods = next != null && hasSelector(next);
    return switch (kind(id)) {
      // The route leads to the host for which the rule encrypted traffic.
      case VIRTUAL_SERVICE ->
          hasOtherSpec(KnownKind.DESTINATION_RULE.id(id.namespace(), id.name()));
      case ENDPOINTS, ENDPOINT_SLICE -> toPods || after.containsKey(entry);
      // A rule for the alias itself; a rule for a ServiceEntry concerns no Service.
      case DESTINATION_RULE -> toPods && !before.containsKey(entry);
      case SERVICE, SERVICE_ENTRY -> false;
    };
  }

  /** Returns the kind of a rendered object. */
  static KnownKind kind(ObjectId id) {
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

  /** Returns why an object cannot be changed in place; empty: it can. */
  private static Optional<String> immutable(Manifest old, Manifest manifest) {
    if (isExternalName(old) || isExternalName(manifest)) {
      return Optional.empty();
    }
    return kind(manifest.id()).immutableFields().stream()
        .filter(field -> field.differs(old.tree(), manifest.tree()))
        .findFirst()
        .map(field -> field.words() + " is immutable");
  }

  /** Such a Service has none of the immutable fields. */
  private static boolean isExternalName(Manifest manifest) {
    return manifest.tree().path("spec").path("type").asString("").equals("ExternalName");
  }

  static boolean hasSelector(Manifest manifest) {
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
