package io.egressalias.golden;

import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Something taken out of what was rendered, and a situation in which that must be noticed. */
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
  /** Without the rule nothing is encrypted. */
  DESTINATION_RULE_THAT_ENCRYPTS(Situation.INSIDE) {
    @Override
    boolean apply(List<ObjectNode> objects) {
      return objects.removeIf(
          isA("DestinationRule").and(o -> o.toString().contains("portLevelSettings")));
    }
  },
  /** Without the rule a mesh that asks for its own mutual TLS asks for it here, too. */
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
  /** In the routed form, a port for TLS is one for TCP to the Service. */
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
  /** Without a selector of its own the rule's credential is ignored. */
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
  },
  SOURCE_LABELS(Situation.UNLABELLED) {
    @Override
    boolean apply(List<ObjectNode> objects) {
      return removeFromMatches(objects, "sourceLabels");
    }
  },
  /** Labels are for pods of every namespace, the rule's selector is for those of its own. */
  SOURCE_NAMESPACE(Situation.ELSEWHERE) {
    @Override
    boolean apply(List<ObjectNode> objects) {
      return removeFromMatches(objects, "sourceNamespace");
    }
  };

  private final Situation situation;

  Mutation(Situation situation) {
    this.situation = situation;
  }

  /** Takes it out, and returns whether it was there. */
  abstract boolean apply(List<ObjectNode> objects);

  /** Where it must be noticed. */
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
      for (JsonNode setting : object.at("/spec/trafficPolicy/portLevelSettings")) {
        found |= takeOut(setting.path("tls"), key);
      }
    }
    return found;
  }

  private static boolean removeFromMatches(List<ObjectNode> objects, String key) {
    boolean found = false;
    for (ObjectNode object : objects) {
      for (String protocol : List.of("/spec/http", "/spec/tcp")) {
        for (JsonNode route : object.at(protocol)) {
          for (JsonNode match : route.path("match")) {
            found |= takeOut(match, key);
          }
        }
      }
    }
    return found;
  }

  private static boolean takeOut(JsonNode node, String key) {
    return node instanceof ObjectNode object && object.remove(key) != null;
  }
}
