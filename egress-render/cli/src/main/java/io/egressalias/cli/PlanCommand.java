package io.egressalias.cli;

import io.egressalias.compile.Compilation;
import io.egressalias.internal.files.FileContent;
import io.egressalias.internal.files.Inputs;
import io.egressalias.internal.text.PrettyJson;
import io.egressalias.plan.Plan;
import io.egressalias.plan.PlanJson;
import io.egressalias.plan.PlanScript;
import io.egressalias.plan.PlanText;
import io.egressalias.yaml.ManifestYaml;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
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
      "  egress plan --from old.yaml --to new.yaml --set platform.istio=1.27"
    })
final class PlanCommand implements Callable<Integer> {
  /** The format of the plan. */
  enum Format {
    text,
    json,
    script
  }

  private final Terminal terminal;

  @Option(
      names = "--from",
      paramLabel = "FILE",
      required = true,
      description = "declarations already applied to the cluster: files or directories")
  private List<String> from = List.of();

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
    Inputs inputs = terminal.inputs();
    List<Compilation> both =
        Compilation.ofEach(
            List.of(inputs.read(from), inputs.read(to)),
            platform.assumptions(terminal),
            overrides.overrides());
    Compilation before = both.get(0);
    Compilation after = both.get(1);
    FindingPrinter.print(terminal, color, before);
    FindingPrinter.print(terminal, color, after);
    int status = Math.max(failOn.status(before), failOn.status(after));
    if (status != ExitStatus.DONE) {
      return status;
    }
    print(Plan.between(before.manifests(), after.manifests()));
    return ExitStatus.DONE;
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
