package io.egressalias.golden;

import io.egressalias.object.ObjectId;
import io.egressalias.plan.Step;
import io.egressalias.render.Manifest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A plan, the objects in the cluster during it, and what its calls reach after each step. */
abstract class Way {
  final Map<ObjectId, Manifest> held = new LinkedHashMap<>();
  final List<List<String>> outcomes = new ArrayList<>();

  /** Returns the steps of the plan. */
  abstract List<Step> steps();

  /** Returns the calls to make in each state. */
  abstract List<String> calls();

  /** Returns what a call reaches in the present state. */
  abstract String outcome(String call, Sidecar sidecar);

  /** Returns the calls that reached what they must not. */
  abstract List<String> strays();

  /** Changes objects as a step does. */
  static void take(Step step, Map<ObjectId, Manifest> held) {
    if (step instanceof Step.Create create) {
      held.put(step.object(), create.manifest());
    } else if (step instanceof Step.Change change) {
      held.put(step.object(), change.manifest());
    } else if (step instanceof Step.Replace replace) {
      held.put(step.object(), replace.manifest());
    } else if (step instanceof Step.Delete) {
      held.remove(step.object());
    }
  }

  /** Takes all plans step by step at the same time, and returns the strays of all. */
  static List<String> strays(List<? extends Way> ways, int longest) {
    for (int state = 0; state <= longest; state++) {
      for (Way way : ways) {
        if (state > 0 && state <= way.steps().size()) {
          take(way.steps().get(state - 1), way.held);
        }
      }
      Sidecar sidecar = sidecar(ways);
      for (Way way : ways) {
        way.outcomes.add(way.calls().stream().map(call -> way.outcome(call, sidecar)).toList());
      }
    }
    return ways.stream().flatMap(way -> way.strays().stream()).toList();
  }

  private static Sidecar sidecar(List<? extends Way> ways) {
    StringBuilder documents = new StringBuilder();
    List<String> calls = new ArrayList<>();
    for (Way way : ways) {
      way.held.values().forEach(m -> documents.append("---\n").append(m.tree()).append('\n'));
      calls.addAll(way.calls());
    }
    return Sidecar.of(
        documents.toString(), List.of("--namespace", "shop", "--label", "app=curl"), calls);
  }
}
