package io.egressalias.plan;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A plan for programs: {@code {"steps": [{action, kind, namespace, name, reason, …}]}}. */
public final class PlanJson {
  private PlanJson() {}

  /** Returns a plan as a tree. */
  public static ObjectNode tree(Plan plan) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    var steps = tree.putArray("steps");
    plan.steps().forEach(step -> step(steps.addObject(), step));
    return tree.put("unchanged", plan.unchanged());
  }

  private static void step(ObjectNode node, Step step) {
    node.put("action", PlanText.verb(step));
    node.put("group", step.object().group()).put("kind", step.object().kind());
    step.object().namespace().ifPresent(namespace -> node.put("namespace", namespace));
    if (step instanceof Step.DeleteSelected selected) {
      ObjectNode labels = node.putObject("selector");
      selected.labels().forEach(labels::put);
    } else {
      node.put("name", step.object().name());
    }
    node.put("reason", step.reason());
    if (step instanceof Step.Create create) {
      node.set("manifest", create.manifest().tree());
    } else if (step instanceof Step.Change change) {
      change.fields().forEach(node.putArray("fields")::add);
      node.set("manifest", change.manifest().tree());
    } else if (step instanceof Step.Replace replace) {
      node.set("manifest", replace.manifest().tree());
    }
  }
}
