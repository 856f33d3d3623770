package io.egressalias.plan;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes a plan as JSON: {@code {"steps": [{action, kind, namespace, name, reason, …}]}}. */
public final class PlanJson {
  private static final String STEPS = "steps";

  private PlanJson() {}

  /** Returns a plan as a tree. */
  public static ObjectNode tree(Plan plan) {
    ObjectNode tree = frame(plan);
    steps(plan).forEach(steps(tree)::add);
    return tree;
  }

  /** Returns the tree of a plan without its steps. */
  public static ObjectNode frame(Plan plan) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.putArray(STEPS);
    return tree.put("unchanged", plan.unchanged());
  }

  /** Returns the list of steps in a tree. */
  public static ArrayNode steps(ObjectNode tree) {
    return tree.withArrayProperty(STEPS);
  }

  /** Returns the steps as trees; an iterator creates them one at a time. */
  public static Iterable<ObjectNode> steps(Plan plan) {
    return () -> plan.steps().stream().map(PlanJson::step).iterator();
  }

  private static ObjectNode step(Step step) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
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
    return node;
  }
}
