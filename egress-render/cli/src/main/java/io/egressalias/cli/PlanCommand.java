package io.egressalias.cli;

import io.egressalias.compile.Compilation;
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
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** The verb {@code plan}: prints the steps from one set of declarations to another. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    versionProvider = Egress.Version.class,
    description = {
      "Prints the steps that bring a cluster from one declaration to another: which objects to"
          + " create, change, replace and delete, in which order, and which objects Kubernetes does"
          + " not delete by itself.",
      ""
    },
    footerHeading =
        "%nExit status: 0 planned; 1 a declaration has errors; 2 wrong usage, or a file cannot be"
            + " read.%n%nExamples:%n",
    footer = {
      "  egress plan --from old.yaml --to new.yaml",
      "  egress plan --from old.yaml --to new.yaml --format script | sh",
      "  egress plan --from old.yaml --to new.yaml --set platform.istio=1.27",
      "  egress plan --from-manifests k8s/ --to egress.yaml"
    })
final class PlanCommand implements Callable<Integer> {
  /** The format of the plan. */
  enum Format {
    text,
    json,
    script
  }

  /** The objects in the cluster. */
  static final class Origin {
    @Option(
        names = "--from",
        paramLabel = "FILE",
        required = true,
        description = "declarations already applied to the cluster: files or directories")
    private List<String> declarations = List.of();

    @Option(
        names = "--from-manifests",
        paramLabel = "FILE",
        required = true,
        description =
            "manifests already applied to the cluster, which --to replaces: files or directories."
                + " Only objects of the aliases of --to are changed")
    private List<String> manifests = List.of();
  }

  private final Terminal terminal;

  @ArgGroup(multiplicity = "1")
  private Origin origin = new Origin();

  @Option(
      names = "--to",
      paramLabel = "FILE",
      required = true,
      description = "declarations to apply to the cluster: files or directories")
  private List<String> to = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "output format: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}")
  private Format format = Format.text;

  @Mixin private ColorOption color = new ColorOption();

  @Mixin private FailOnOption failOn = new FailOnOption();

  @Mixin private PlatformOptions platform = new PlatformOptions();

  @Mixin private OverrideOptions overrides = new OverrideOptions();

  PlanCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    return origin.manifests.isEmpty() ? fromDeclarations() : fromManifests();
  }

  private int fromDeclarations() {
    Inputs inputs = terminal.inputs();
    List<Compilation> both =
        Compilation.ofEach(
            List.of(inputs.read(origin.declarations), inputs.read(to)),
            platform.assumptions(terminal),
            overrides.overrides());
    Compilation before = both.get(0);
    Compilation after = both.get(1);
    FindingPrinter.print(terminal, color, before);
    FindingPrinter.print(terminal, color, after);
    int status = Math.max(failOn.status(before), failOn.status(after));
    if (status == ExitStatus.DONE) {
      print(Plan.between(before.manifests(), after.manifests()));
    }
    return status;
  }

  private int fromManifests() {
    Inputs inputs = terminal.inputs();
    List<Source> sources = inputs.ofManifests().read(origin.manifests);
    Compilation after =
        FindingPrinter.compiled(
            terminal,
            color,
            inputs.read(to),
            platform.assumptions(terminal),
            overrides.overrides());
    int status = failOn.status(after);
    if (status != ExitStatus.DONE) {
      return status;
    }
    ExistingManifests existing =
        ExistingManifests.of(sources, after.declarations(), platform.namespace());
    if (!isComplete(existing, sources)) {
      return ExitStatus.FINDINGS;
    }
    print(Plan.takingOver(existing.manifests(), after.manifests()));
    return ExitStatus.DONE;
  }

  /** Returns whether all objects of the aliases can be changed, and prints why if not. */
  private boolean isComplete(ExistingManifests existing, List<Source> sources) {
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

  private void print(Plan plan) {
    switch (format) {
      case text -> terminal.print(PlanText.write(plan));
      case json -> terminal.print((FileContent) out -> writeJson(plan, out));
      case script ->
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
