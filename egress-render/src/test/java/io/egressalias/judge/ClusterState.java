package io.egressalias.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The objects of a routed alias in a cluster: all of them, or all but one as rendered. */
enum ClusterState {
  COMPLETE,
  SERVICE_IS_MISSING(without("Service")),
  RULE_IS_MISSING(without("DestinationRule")),
  ROUTE_IS_MISSING(without("VirtualService")),
  ENTRY_IS_MISSING(without("ServiceEntry")),
  /** After a typing error, or for another release. */
  RULE_HAS_ANOTHER_HOST(
      objects ->
          change(objects, "DestinationRule", spec -> spec.put("host", "typo.example.internal"))),
  RULE_IS_NOT_EXPORTED(
      objects -> change(objects, "DestinationRule", ClusterState::exportAsByDefaultOfTheMesh)),
  ROUTE_IS_NOT_EXPORTED(
      objects -> change(objects, "VirtualService", spec -> spec.putArray("exportTo").add("."))),
  SERVICE_IS_OLD("Service"),
  RULE_IS_OLD("DestinationRule"),
  ROUTE_IS_OLD("VirtualService"),
  ENTRY_IS_OLD("ServiceEntry"),
  /** Istio merges rules on one host, and uses the top level of the first. */
  ANOTHER_RULE_COMES_FIRST(
      objects -> anotherRule(objects, "{\"connectionPool\":{\"tcp\":{\"maxConnections\":100}}}")),
  ANOTHER_RULE_WITHOUT_TLS_COMES_FIRST(
      objects -> anotherRule(objects, "{\"tls\":{\"mode\":\"DISABLE\"}}"));

  /** Changes the objects; returns the objects in the cluster. */
  private interface Change {
    void apply(List<ObjectNode> objects);
  }

  private interface SpecChange {
    void apply(ObjectNode spec);
  }

  private final String oldKind;

  @SuppressWarnings("ImmutableEnumChecker") // functions without state
  private final Change change;

  ClusterState() {
    this(objects -> {});
  }

  ClusterState(Change change) {
    this.change = change;
    this.oldKind = "";
  }

  ClusterState(String oldKind) {
    this.change = objects -> {};
    this.oldKind = oldKind;
  }

  /**
   * Returns the objects in the cluster.
   *
   * @param now the objects of the alias
   * @param before the objects of an earlier version without TLS
   */
  List<ObjectNode> of(List<ObjectNode> now, List<ObjectNode> before) {
    List<ObjectNode> objects = new ArrayList<>();
    for (ObjectNode object : now) {
      ObjectNode old = object;
      for (ObjectNode each : before) {
        old = isA(oldKind).test(object) && isA(oldKind).test(each) ? each : old;
      }
      objects.add(old.deepCopy());
    }
    change.apply(objects);
    return objects;
  }

  private static Predicate<ObjectNode> isA(String kind) {
    return object -> object.path("kind").asString().equals(kind);
  }

  private static Change without(String kind) {
    return objects -> objects.removeIf(isA(kind));
  }

  /** The default of a mesh does not apply to a rule with its own {@code exportTo}. */
  private static void exportAsByDefaultOfTheMesh(ObjectNode spec) {
    if (!spec.has("exportTo")) {
      spec.putArray("exportTo").add(".");
    }
  }

  private static void change(List<ObjectNode> objects, String kind, SpecChange change) {
    objects.stream().filter(isA(kind)).forEach(o -> change.apply((ObjectNode) o.path("spec")));
  }

  private static void anotherRule(List<ObjectNode> objects, String policy) {
    ObjectNode rule =
        objects.stream().filter(isA("DestinationRule")).findFirst().orElseThrow().deepCopy();
    ObjectNode metadata = (ObjectNode) rule.path("metadata");
    metadata.put("name", "0-" + metadata.path("name").asString());
    ObjectNode spec = (ObjectNode) rule.path("spec");
    spec.retain("host");
    spec.set("trafficPolicy", JsonMapper.shared().readTree(policy));
    objects.add(rule);
  }
}
