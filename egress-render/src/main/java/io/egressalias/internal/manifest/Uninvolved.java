package io.egressalias.internal.manifest;

import io.egressalias.internal.text.Tree;
import io.egressalias.internal.text.Tree.Mapping;
import io.egressalias.internal.text.Tree.Scalar;
import io.egressalias.model.EgressAlias;

/** Recognizes objects that are surely no part of an alias. Their problems are not reported. */
final class Uninvolved {
  private static final String CONTROLLER = ".k8s.io";

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
              != null;
      case ENDPOINT_SLICE ->
          tree.textAt("metadata", "labels", "endpointslice.kubernetes.io/managed-by")
              .endsWith(CONTROLLER);
      case SERVICE_ENTRY -> hasHostsOutside(tree);
      case DESTINATION_RULE, VIRTUAL_SERVICE -> false;
    };
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
