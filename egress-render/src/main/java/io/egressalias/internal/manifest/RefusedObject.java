package io.egressalias.internal.manifest;

import io.egressalias.internal.text.Tree;
import io.egressalias.object.KnownKind;
import io.egressalias.object.ObjectId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The identities under which others look for an object that is not in a set. */
final class RefusedObject {
  private RefusedObject() {}

  /**
   * Returns the identity of an object; that of the Service of a slice; and for objects of Istio
   * each of their hosts as a name: a host with a dot without a namespace, because it has its own.
   */
  static List<ObjectId> ids(ManifestObject object) {
    List<ObjectId> ids = new ArrayList<>();
    ids.add(object.id());
    Tree tree = object.tree();
    switch (object.kind()) {
      case ENDPOINT_SLICE ->
          add(object, tree.textAt("metadata", "labels", ManifestObject.SERVICE_NAME), ids);
      case DESTINATION_RULE -> addHost(object, tree.textAt("spec", "host"), ids);
      case VIRTUAL_SERVICE, SERVICE_ENTRY -> {
        for (Tree host : tree.itemsAt("spec", "hosts")) {
          addHost(object, host instanceof Tree.Scalar scalar ? scalar.text() : "", ids);
        }
      }
      case SERVICE, ENDPOINTS -> {}
    }
    ids.removeIf(id -> id.name().isEmpty());
    return ids;
  }

  private static void add(ManifestObject object, String name, List<ObjectId> ids) {
    ids.add(object.kind().id(object.id().namespace(), name));
  }

  private static void addHost(ManifestObject object, String host, List<ObjectId> ids) {
    if (host.indexOf('.') < 0) {
      add(object, host, ids);
    } else {
      ids.add(ofHost(object.kind(), host));
    }
  }

  static ObjectId ofHost(KnownKind kind, String host) {
    return kind.id(Optional.empty(), host);
  }
}
