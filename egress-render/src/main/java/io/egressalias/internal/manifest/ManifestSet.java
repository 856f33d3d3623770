package io.egressalias.internal.manifest;

import io.egressalias.object.KnownKind;
import io.egressalias.object.ObjectId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The objects of all inputs, which make one set.
 *
 * @param objects the objects of kinds that an alias can consist of, in the order of the inputs
 * @param others the number of objects of each other kind, in the order of their first appearance
 * @param declarations the number of declarations among the inputs, which are skipped
 * @param meshed whether an object of Istio, or a label or annotation that injects a sidecar, is
 *     among the inputs
 * @param commented whether an input has comments
 * @param gateways the Gateways of Istio, which serve hosts for others than sidecars
 * @param refused the objects that are not in the set because a finding of severity error refuses
 *     them; an object whose name is not known is not among them
 * @param ambient what the labels say about an ambient mesh
 */
public record ManifestSet(
    List<ManifestObject> objects,
    Map<String, Integer> others,
    int declarations,
    boolean meshed,
    boolean commented,
    List<ManifestGateway> gateways,
    Set<ObjectId> refused,
    AmbientMarks ambient) {

  /** Copies the collections. */
  public ManifestSet {
    objects = List.copyOf(objects);
    others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
    gateways = List.copyOf(gateways);
    refused = Set.copyOf(refused);
  }

  /** Creates a set without Gateways and without refused objects. */
  public ManifestSet(
      List<ManifestObject> objects,
      Map<String, Integer> others,
      int declarations,
      boolean meshed,
      boolean commented) {
    this(
        objects, others, declarations, meshed, commented, List.of(), Set.of(), AmbientMarks.ABSENT);
  }

  /** Returns whether an object of Istio for a host with a dot in it was refused. */
  public boolean isRefused(KnownKind kind, String host) {
    return refused.contains(RefusedObject.ofHost(kind, host));
  }

  /** Returns the objects of a kind, in the order of the inputs. */
  public List<ManifestObject> of(KnownKind kind) {
    return objects.stream().filter(object -> object.kind() == kind).toList();
  }

  /**
   * Returns whether an object of a kind was refused, so that its absence is no finding. Namespaces
   * are compared as for {@link ObjectId}.
   */
  public boolean isRefused(KnownKind kind, ObjectId like) {
    return refused.contains(kind.id(like.namespace(), like.name()));
  }
}
