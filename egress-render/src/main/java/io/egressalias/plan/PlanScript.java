package io.egressalias.plan;

import io.egressalias.diagnostic.Printable;
import io.egressalias.render.Manifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Function;

/** Writes a plan as a shell script of kubectl commands, which stops at the first failure. */
public final class PlanScript {
  /** Cannot be a line of a manifest, because it has no colon. */
  private static final String END = "END-OF-MANIFEST";

  private PlanScript() {}

  /**
   * Returns a plan as a script for {@code sh}.
   *
   * @param yaml converts a manifest to YAML
   */
  public static String write(Plan plan, Function<Manifest, String> yaml) {
    StringBuilder script = new StringBuilder();
    try {
      write(plan, yaml, script);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return script.toString();
  }

  /**
   * Writes a plan as a script for {@code sh}, one step at a time.
   *
   * @param yaml converts a manifest to YAML
   * @throws IOException if {@code out} throws it
   */
  public static void write(Plan plan, Function<Manifest, String> yaml, Appendable out)
      throws IOException {
    out.append("#!/bin/sh\nset -eu\n");
    for (Step step : plan.steps()) {
      String comment = "# " + PlanText.verb(step) + " " + step.object() + ": " + step.reason();
      StringBuilder script = new StringBuilder();
      script.append('\n').append(Printable.line(comment)).append('\n');
      command(script, step, yaml);
      out.append(script);
    }
  }

  private static void command(StringBuilder script, Step step, Function<Manifest, String> yaml) {
    if (step instanceof Step.Create create) {
      withManifest(script, "apply", yaml.apply(create.manifest()));
    } else if (step instanceof Step.Change change) {
      withManifest(script, "apply", yaml.apply(change.manifest()));
    } else if (step instanceof Step.Replace replace) {
      withManifest(script, "replace --save-config", yaml.apply(replace.manifest()));
    } else {
      script.append("kubectl delete --ignore-not-found ").append(step.object().resource());
      script.append(
          step instanceof Step.DeleteSelected selected
              ? " --selector=" + PlanText.labels(selected.labels())
              : " " + step.object().name());
      step.object().namespace().ifPresent(n -> script.append(" --namespace=").append(n));
      script.append('\n');
    }
  }

  private static void withManifest(StringBuilder script, String verb, String yaml) {
    script.append("kubectl ").append(verb).append(" -f - <<'").append(END).append("'\n");
    script.append(yaml).append(END).append('\n');
  }
}
