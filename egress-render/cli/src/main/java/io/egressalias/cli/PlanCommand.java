package io.egressalias.cli;

import io.egressalias.cli.usage.Arguments;
import io.egressalias.cli.usage.Choice;
import io.egressalias.cli.usage.Option;
import io.egressalias.cli.usage.Usage;
import io.egressalias.compile.Compilation;
import io.egressalias.declaration.Overrides;
import io.egressalias.declaration.Source;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Printable;
import io.egressalias.diagnostic.Severity;
import io.egressalias.imports.ExistingManifests;
import io.egressalias.internal.files.FileContent;
import io.egressalias.internal.files.Inputs;
import io.egressalias.internal.text.PrettyJson;
import io.egressalias.object.ObjectId;
import io.egressalias.plan.Plan;
import io.egressalias.plan.PlanJson;
import io.egressalias.plan.PlanScript;
import io.egressalias.plan.PlanText;
import io.egressalias.yaml.ManifestYaml;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The verb {@code plan}: prints the steps from one set of declarations to another. */
final class PlanCommand implements Verb {
  private static final Option FROM =
      Option.value(
              "--from", "FILE", "declarations already applied to the cluster: files or directories")
          .repeatable();

  private static final Option FROM_MANIFESTS =
      Option.value(
              "--from-manifests",
              "FILE",
              "manifests already applied to the cluster, which --to replaces: files or directories."
                  + " Only objects of the aliases of --to are changed")
          .repeatable();

  private static final Option TO =
      Option.value("--to", "FILE", "declarations to apply to the cluster: files or directories")
          .required()
          .repeatable();

  private static final Option FORMAT =
      Option.word(
          "--format",
          "FORMAT",
          List.of("text", "json", "script"),
          "output format: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}");

  private static final Usage USAGE =
      new Usage(
          "plan",
          List.of(
              "Prints the steps that bring a cluster from one declaration to another: which"
                  + " objects to"
                  + " create, change, replace and delete, in which order, and which objects"
                  + " Kubernetes does"
                  + " not delete by itself."),
          Optional.empty(),
          Option.all(
              List.of(TO, FORMAT, ColorOption.OPTION, FailOnOption.OPTION),
              PlatformOptions.ALL,
              List.of(OverrideOptions.SET)),
          List.of(new Choice(true, List.of(FROM, FROM_MANIFESTS))),
          "0 planned; 1 a declaration has errors; 2 wrong usage, or a file cannot be read.",
          List.of(
              "egress plan --from old.yaml --to new.yaml",
              "egress plan --from old.yaml --to new.yaml --format script | sh",
              "egress plan --from old.yaml --to new.yaml --set platform.istio=1.27",
              "egress plan --from-manifests k8s/ --to egress.yaml"));

  private final Terminal terminal;

  PlanCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Usage usage() {
    return USAGE;
  }

  @Override
  public int run(Arguments arguments) {
    PlatformOptions platform = PlatformOptions.of(arguments);
    Overrides overrides = OverrideOptions.of(arguments);
    return arguments.has(FROM)
        ? fromDeclarations(arguments, platform, overrides)
        : fromManifests(arguments, platform, overrides);
  }

  private int fromDeclarations(Arguments arguments, PlatformOptions platform, Overrides overrides) {
    Inputs inputs = terminal.inputs();
    List<Compilation> both =
        Compilation.ofEach(
            List.of(inputs.read(arguments.values(FROM)), inputs.read(arguments.values(TO))),
            platform.assumptions(terminal),
            overrides);
    Compilation before = both.get(0);
    Compilation after = both.get(1);
    FindingPrinter.print(terminal, ColorOption.of(arguments), before);
    FindingPrinter.print(terminal, ColorOption.of(arguments), after);
    FailOnOption failOn = FailOnOption.of(arguments);
    int status = Math.max(failOn.status(before), failOn.status(after));
    if (status == ExitStatus.DONE) {
      print(Plan.between(before.manifests(), after.manifests()), arguments);
    }
    return status;
  }

  private int fromManifests(Arguments arguments, PlatformOptions platform, Overrides overrides) {
    Inputs inputs = terminal.inputs();
    List<Source> sources = inputs.ofManifests().read(arguments.values(FROM_MANIFESTS));
    ColorOption color = ColorOption.of(arguments);
    Compilation after =
        Compilation.of(
            inputs.read(arguments.values(TO)), platform.assumptions(terminal), overrides);
    FindingPrinter.print(terminal, color, after);
    int status = FailOnOption.of(arguments).status(after);
    if (status != ExitStatus.DONE) {
      return status;
    }
    ExistingManifests existing =
        ExistingManifests.of(sources, after.declarations(), platform.namespace());
    if (!isComplete(existing, sources, color)) {
      return ExitStatus.FINDINGS;
    }
    print(Plan.takingOver(existing.manifests(), after.manifests()), arguments);
    return ExitStatus.DONE;
  }

  /** Returns whether all objects of the aliases can be changed, and prints why if not. */
  private boolean isComplete(ExistingManifests existing, List<Source> sources, ColorOption color) {
    List<Diagnostic> errors =
        existing.diagnostics().stream().filter(d -> d.severity() == Severity.ERROR).toList();
    if (!errors.isEmpty()) {
      terminal.show(FindingPrinter.report(sources, color.onError(terminal)).print(errors));
    }
    for (ObjectId shared : existing.shared()) {
      terminal.complain(
          "egress: "
              + Printable.line(shared.toString())
              + " is for hosts of an alias and for other hosts. Split it into one object for each"
              + " alias.\n");
    }
    return errors.isEmpty() && existing.shared().isEmpty();
  }

  private void print(Plan plan, Arguments arguments) {
    switch (arguments.word(FORMAT)) {
      case "text" -> terminal.print(PlanText.write(plan));
      case "json" -> terminal.print((FileContent) out -> writeJson(plan, out));
      default ->
          terminal.print(
              (FileContent)
                  out -> PlanScript.write(plan, m -> ManifestYaml.write(List.of(m)), out));
    }
  }

  private static void writeJson(Plan plan, Appendable out) throws IOException {
    ObjectNode frame = PlanJson.frame(plan);
    PrettyJson.write(frame, PlanJson.steps(frame), PlanJson.steps(plan), out);
  }
}
