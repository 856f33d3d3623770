package io.egressalias.plan;

import io.egressalias.diagnostic.Printable;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a plan as text with a line for each step. */
public final class PlanText {
  private PlanText() {}

  /** Returns a plan as text that ends with a line of totals. */
  public static String write(Plan plan) {
    String steps = plan.steps().stream().map(PlanText::line).collect(Collectors.joining());
    return steps
        + "%d steps, %d objects stay as they are\n"
            .formatted(plan.steps().size(), plan.unchanged());
  }

  private static String line(Step step) {
    return Printable.line("%-8s %s  (%s)".formatted(verb(step), object(step), step.reason()))
        + "\n";
  }

  private static String object(Step step) {
    if (!(step instanceof Step.DeleteSelected selected)) {
      return step.object().toString();
    }
    return step.object().kind()
        + step.object().namespace().map(n -> " in " + n).orElse("")
        + " with "
        + labels(selected.labels());
  }

  static String labels(Map<String, String> labels) {
    return labels.entrySet().stream()
        .map(label -> label.getKey() + "=" + label.getValue())
        .collect(Collectors.joining(","));
  }

  static String verb(Step step) {
    if (step instanceof Step.Create) {
      return "create";
    }
    if (step instanceof Step.Change) {
      return "change";
    }
    return step instanceof Step.Replace ? "replace" : "delete";
  }
}
