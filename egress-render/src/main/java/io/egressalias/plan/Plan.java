package io.egressalias.plan;

import io.egressalias.object.ObjectId;
import io.egressalias.render.Manifest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The steps that turn the objects of one rendered set in a cluster into those of another: objects
 * to create, change and delete, and objects that cannot be changed in place.
 *
 * <p>For traffic that must be encrypted, or that must reach the pods of the cluster, the order
 * prefers an outage to misrouted or unencrypted traffic.
 *
 * @param steps the steps, in order
 * @param unchanged the number of objects that are the same in both sets
 */
public record Plan(List<Step> steps, int unchanged) {

  /** Copies the list. */
  public Plan {
    steps = List.copyOf(steps);
  }

  /**
   * Returns the plan between two sets.
   *
   * @param from the objects in the cluster, in the order in which they were applied
   * @param to the wanted objects, in the order in which they are applied
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

  /**
   * Returns the plan from objects that were not rendered, and that may have any names, to a
   * rendered set. Aliases that are encrypted or routed, before or after, first have no endpoints.
   *
   * @param existing the objects in the cluster, each with the alias to which it belongs
   * @param to the wanted objects, in the order in which they are applied
   */
  public static Plan takingOver(Iterable<Manifest> existing, Iterable<Manifest> to) {
    Map<ObjectId, Manifest> after = byId(to);
    Withdrawal withdrawal = new Withdrawal(byId(existing), after);
    Plan rest = between(withdrawal.rest().values(), after.values());
    List<Step> steps = new ArrayList<>(withdrawal.steps());
    for (Step step : rest.steps()) {
      steps.add(withdrawal.adapted(step));
    }
    return new Plan(steps, rest.unchanged());
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
