package io.egressalias.imports;

import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.internal.manifest.Field;
import java.util.Set;

/** Finds the fields of objects that have an effect and that an alias does not have. */
final class ServiceFields {
  private static final Set<String> OF_OBJECT =
      Set.of("apiVersion", "kind", "metadata", "spec", "status");
  private static final Set<String> OF_ENDPOINTS =
      Set.of("apiVersion", "kind", "metadata", "subsets");
  private static final Set<String> OF_SLICE =
      Set.of("apiVersion", "kind", "metadata", "addressType", "ports", "endpoints");

  /** The fields that other parts read, and those that servers write without a meaning. */
  private static final Set<String> OF_SPEC =
      Set.of(
          "type",
          "externalName",
          "clusterIP",
          "clusterIPs",
          "ports",
          "selector",
          "ipFamilies",
          "ipFamilyPolicy",
          "allocateLoadBalancerNodePorts");

  private static final Set<String> OF_PORT =
      Set.of("name", "port", "protocol", "targetPort", "nodePort", "appProtocol");

  private ServiceFields() {}

  static void service(Field service, Changes changes) {
    others(service, OF_OBJECT, changes);
    Field spec = service.at("spec");
    for (String key : spec.keys()) {
      Field field = spec.at(key);
      if (!OF_SPEC.contains(key) && !isDefault(key, field)) {
        lost(field, changes);
      }
    }
    for (Field port : spec.at("ports").items()) {
      others(port, OF_PORT, changes);
    }
  }

  static void endpoints(Field endpoints, Changes changes) {
    others(endpoints, OF_ENDPOINTS, changes);
  }

  static void slice(Field slice, Changes changes) {
    others(slice, OF_SLICE, changes);
  }

  static void others(Field map, Set<String> known, Changes changes) {
    for (String key : map.keys()) {
      Field field = map.at(key);
      if (!known.contains(key) && (!field.text().isEmpty() || hasContents(field))) {
        lost(field, changes);
      }
    }
  }

  /** An empty field has no effect: `selector: {}` beside `spec` is in many examples. */
  private static boolean hasContents(Field field) {
    return !field.keys().isEmpty() || !field.items().isEmpty();
  }

  private static boolean isDefault(String key, Field field) {
    return switch (key) {
      case "sessionAffinity" -> field.text().equals("None");
      case "internalTrafficPolicy", "externalTrafficPolicy" -> field.text().equals("Cluster");
      case "publishNotReadyAddresses" -> field.text().equals("false");
      case "externalIPs", "topologyKeys", "loadBalancerSourceRanges" -> field.items().isEmpty();
      // A part of `sessionAffinity`, which is reported.
      case "sessionAffinityConfig" -> true;
      default -> false;
    };
  }

  /** Reports a field that an alias does not have. */
  static void lost(Field field, Changes changes) {
    FieldPath path = field.path();
    String value = field.text().isEmpty() ? "" : ": " + Quoted.shortened(field.text());
    String words = "`" + path + value + "`";
    changes.warn(
        Rule.FIELD_LOST,
        field,
        "expected fields that an alias has, found " + words,
        "Remove the field if its effect is not needed, or keep this Service as it is",
        "Lost: " + words + ".");
  }
}
