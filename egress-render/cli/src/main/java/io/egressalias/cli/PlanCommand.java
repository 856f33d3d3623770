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
      "Prints what has to be done so that a cluster that holds one declaration holds another: what"
          + " is created, changed, deleted and in which order, and what Kubernetes would leave"
          + " behind.",
      ""
    },
    footerHeading =
        "%nExit status: 0 planned; 1 a declaration has errors; 2 wrong usage, or a file that cannot"
            + " be read.%n%nExamples:%n",
    footer = {
      "  egress plan --from old.yaml --to new.yaml",
      "  egress plan --from old.yaml --to new.yaml --format script | sh"
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
      description = "what the cluster holds: files or directories of declarations")
  private List<String> from = List.of();

  @Option(
      names = "--to",
      paramLabel = "FILE",
      required = true,
      description = "what it is to hold: files or directories of declarations")
  private List<String> to = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}")
  private Format format = Format.text;

  @Mixin private FailOnOption failOn = new FailOnOption();

  @Mixin private PlatformOptions platform = new PlatformOptions();

  PlanCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Inputs inputs = terminal.inputs();
    Compilation before =
        FindingPrinter.compiled(terminal, inputs.read(from), platform.assumptions());
    Compilation after = FindingPrinter.compiled(terminal, inputs.read(to), platform.assumptions());
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
