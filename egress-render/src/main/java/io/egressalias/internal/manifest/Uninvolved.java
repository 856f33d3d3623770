package io.egressalias.internal.manifest;

import io.egressalias.internal.text.Tree;
import io.egressalias.internal.text.Tree.Entry;
import io.egressalias.internal.text.Tree.Mapping;
import io.egressalias.internal.text.Tree.Scalar;
import io.egressalias.model.EgressAlias;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Recognizes objects that are surely no part of an alias. Their problems are not reported. */
final class Uninvolved {
  private static final String CONTROLLER = ".k8s.io";

  private static final Set<String> OF_OBJECT = Set.of("metadata", "spec");
  private static final Set<String> OF_PART =
      Set.of("name", "namespace", "uid", "type", "clusterIP", "selector", "ports");

  private Uninvolved() {}

  static boolean is(ManifestObject object) {
    Tree tree = object.tree();
    return switch (object.kind()) {
      case SERVICE ->
          tree.at("spec", "selector") instanceof Mapping selector
              && !selector.entries().isEmpty()
              && !tree.textAt("spec", "type").equals("ExternalName");
      case ENDPOINTS ->
          tree.at("metadata", "annotations", "endpoints.kubernetes.io/last-change-trigger-time")
                  != null
              || tree.textAt("metadata", "labels", "endpoints.kubernetes.io/managed-by")
                  .equals("endpoint-controller");
      case ENDPOINT_SLICE ->
          tree.textAt("metadata", "labels", "endpointslice.kubernetes.io/managed-by")
              .endsWith(CONTROLLER);
      case SERVICE_ENTRY -> hasHostsOutside(tree);
      case DESTINATION_RULE, VIRTUAL_SERVICE -> false;
    };
  }

  /**
   * Returns what remains of such an object, because a cluster has many of them; empty: nothing,
   * because a controller writes it.
   */
  static Optional<ManifestObject> reduced(ManifestObject object) {
    return switch (object.kind()) {
      case SERVICE ->
          Optional.of(
              new ManifestObject(
                  object.id(), object.kind(), object.source(), only(object.tree(), OF_OBJECT)));
      case ENDPOINTS, ENDPOINT_SLICE -> Optional.empty();
      case SERVICE_ENTRY, DESTINATION_RULE, VIRTUAL_SERVICE -> Optional.of(object);
    };
  }

  private static Mapping only(Mapping map, Set<String> fields) {
    List<Entry> entries = new ArrayList<>(4);
    for (Entry entry : map.entries()) {
      if (fields.contains(entry.key().text())) {
        Tree value = entry.value();
        boolean part = fields == OF_OBJECT && value instanceof Mapping;
        entries.add(part ? new Entry(entry.key(), only((Mapping) value, OF_PART)) : entry);
      }
    }
    return new Mapping(map.place(), map.flow(), List.copyOf(entries));
  }

  /** Returns whether an API server wrote the object, so that its text is what a cluster has. */
  static boolean isLive(ManifestObject object) {
    return !object.tree().textAt("metadata", "uid").isEmpty();
  }

  /** A host with two dots that is not in the cluster is that of an external server. */
  private static boolean hasHostsOutside(Tree tree) {
    for (Tree item : tree.itemsAt("spec", "hosts")) {
      boolean outside =
          item instanceof Scalar host
              && Placeholders.in(host.text()).isEmpty()
              && host.text().indexOf('.') != host.text().lastIndexOf('.')
              && !host.text().contains(".svc")
              && !host.text().endsWith("." + EgressAlias.ROUTED_DOMAIN);
      if (!outside) {
        return false;
      }
    }
    return !tree.itemsAt("spec", "hosts").isEmpty();
  }
}
