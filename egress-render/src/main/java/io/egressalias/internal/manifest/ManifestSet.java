package io.egressalias.internal.manifest;

import io.egressalias.object.KnownKind;
import java.util.List;
import java.util.Map;

/**
 * The objects of all inputs, which make one set.
 *
 * @param objects the objects of kinds that an alias can consist of, in the order of the inputs
 * @param others the number of objects of each other kind, in the order of their first appearance
 * @param declarations the number of declarations among the inputs, which are skipped
 * @param meshed whether an object of Istio, or a label or annotation that injects a sidecar, is
 *     among the inputs
 * @param commented whether an input has comments
 */
public record ManifestSet(
    List<ManifestObject> objects,
    Map<String, Integer> others,
    int declarations,
    boolean meshed,
    boolean commented) {

  /** Copies the list. */
  public ManifestSet {
    objects = List.copyOf(objects);
  }

  /** Returns the objects of a kind, in the order of the inputs. */
  public List<ManifestObject> of(KnownKind kind) {
    return objects.stream().filter(object -> object.kind() == kind).toList();
  }
}
