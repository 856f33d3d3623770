package io.egressalias.golden;

import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A removal from rendered objects, and a situation in which it must change the traffic. */
enum Mutation {
  SERVICE_ENTRY(Situation.INSIDE) {
    @Override
    boolean apply(List<ObjectNode> objects) {
      return objects.removeIf(isA("ServiceEntry"));
    }
  },
  TARGET_PORT(Situation.INSIDE) {
    @Override
    boolean apply(List<ObjectNode> objects) {
      return remove(objects, "ServiceEntry", "/spec/ports", "targetPort");
    }
  },
  /** Without the rule the routes lead to missing subsets. */
  DESTINATION_RULE_OF_ROUTES(Situation.INSIDE) {
    @Override
    boolean apply(List<ObjectNode> objects) {
      return objects.removeIf(isA("DestinationRule").and(o -> o.path("spec").has("subsets")));
    }
  },
  SUBSETS(Situation.INSIDE) {
    @Override
    boolean apply(List<ObjectNode> objects) {
      boolean found = false;
      for (ObjectNode object : objects) {
        found |= isA("DestinationRule").test(object) && takeOut(object.path("spec"), "subsets");
      }
      return found;
    }
  },
  /** Without the rule, a mesh-wide request for mutual TLS applies here too. */
  DESTINATION_RULE(Situation.MESH_WIDE_MUTUAL) {
    @Override
    boolean apply(List<ObjectNode> objects) {
      return objects.removeIf(isA("DestinationRule"));
    }
  },
  VIRTUAL_SERVICE(Situation.INSIDE) {
    @Override
    boolean apply(List<ObjectNode> objects) {
      return objects.removeIf(isA("VirtualService"));
    }
  },
  /** In the routed form, the Service declares a port for TLS as TCP. */
  APP_PROTOCOL(Situation.INSIDE) {
    @Override
    boolean apply(List<ObjectNode> objects) {
      return remove(objects, "Service", "/spec/ports", "appProtocol");
    }
  },
  SUBJECT_ALT_NAMES(Situation.INSIDE) {
    @Override
    boolean apply(List<ObjectNode> objects) {
      return removeTls(objects, "subjectAltNames");
    }
  },
  SNI(Situation.INSIDE) {
    @Override
    boolean apply(List<ObjectNode> objects) {
      return removeTls(objects, "sni");
    }
  },
  /** Without its selector the credential of the rule is ignored. */
  WORKLOAD_SELECTOR(Situation.INSIDE) {
    @Override
    boolean apply(List<ObjectNode> objects) {
      boolean found = false;
      for (ObjectNode object : objects) {
        found |=
            isA("DestinationRule").test(object) && takeOut(object.path("spec"), "workloadSelector");
      }
      return found;
    }
  };

  private final Situation situation;

  Mutation(Situation situation) {
    this.situation = situation;
  }

  /** Removes the part, and returns whether it was present. */
  abstract boolean apply(List<ObjectNode> objects);

  /** The situation in which the removal must change the traffic. */
  Situation situation() {
    return situation;
  }

  private static Predicate<ObjectNode> isA(String kind) {
    return object -> object.path("kind").asString().equals(kind);
  }

  private static boolean remove(List<ObjectNode> objects, String kind, String list, String key) {
    boolean found = false;
    for (ObjectNode object : objects) {
      for (JsonNode item : isA(kind).test(object) ? object.at(list) : List.<JsonNode>of()) {
        found |= takeOut(item, key);
      }
    }
    return found;
  }

  private static boolean removeTls(List<ObjectNode> objects, String key) {
    boolean found = false;
    for (ObjectNode object : objects) {
      for (JsonNode subset : object.at("/spec/subsets")) {
        found |= takeOut(subset.at("/trafficPolicy/tls"), key);
      }
    }
    return found;
  }

  private static boolean takeOut(JsonNode node, String key) {
    return node instanceof ObjectNode object && object.remove(key) != null;
  }
}
