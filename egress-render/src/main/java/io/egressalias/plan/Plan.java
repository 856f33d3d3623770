package io.egressalias.plan;

import io.egressalias.object.ObjectId;
import io.egressalias.render.Manifest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What has to be done so that a cluster that holds one rendered set holds another: what is created,
 * changed and deleted, in this order, and what cannot be changed in place.
 *
 * <p>Where traffic is to be encrypted, or is to reach the pods of the cluster, the order makes sure
 * that it reaches nothing before it reaches the wrong place.
 *
 * @param steps what to do, in order
 * @param unchanged how many objects are the same in both sets
 */
public record Plan(List<Step> steps, int unchanged) {

  /** Copies the list. */
  public Plan {
    steps = List.copyOf(steps);
  }

  /**
   * Returns what has to be done.
   *
   * @param from what the cluster holds, in the order in which it was applied
   * @param to what it is to hold, in the order in which it is to be applied
   */
  public static Plan between(Iterable<Manifest> from, Iterable<Manifest> to) {
    Map<ObjectId, Manifest> before = byId(from);
    Map<ObjectId, Manifest> after = byId(to);
    Transitions transitions = new Transitions(before, after);
    List<Step> early = new ArrayList<>();
    List<Step> apply = new ArrayList<>();
    List<Step> routes = new ArrayList<>();
    List<Step> late = new ArrayList<>();
    int unchanged = 0;
    for (Map.Entry<ObjectId, Manifest> entry : after.entrySet()) {
      List<Step> steps = transitions.to(entry.getKey(), entry.getValue());
      (transitions.isRerouted(entry.getKey()) ? routes : apply).addAll(steps);
      unchanged += steps.isEmpty() ? 1 : 0;
      late.addAll(transitions.leftBehind(entry.getKey(), entry.getValue()));
    }
    early.addAll(transitions.unrouted());
    for (ObjectId gone : reversed(before)) {
      if (!after.containsKey(gone)) {
        Step.Delete delete = new Step.Delete(gone, transitions.reasonOfDeletion(gone));
        (transitions.leaksUntilDeleted(gone) ? early : late).add(delete);
      }
    }
    early.addAll(apply);
    early.addAll(routes);
    early.addAll(late);
    return new Plan(early, unchanged);
  }

  private static Map<ObjectId, Manifest> byId(Iterable<Manifest> manifests) {
    Map<ObjectId, Manifest> byId = new LinkedHashMap<>();
    for (Manifest manifest : manifests) {
      byId.put(manifest.id(), manifest.light());
    }
    return byId;
  }

  private static List<ObjectId> reversed(Map<ObjectId, Manifest> manifests) {
    List<ObjectId> ids = new ArrayList<>(manifests.keySet());
    Collections.reverse(ids);
    return ids;
  }
}
