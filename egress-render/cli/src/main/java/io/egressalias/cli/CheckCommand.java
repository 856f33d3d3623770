package io.egressalias.cli;

import io.egressalias.compile.Compilation;
import io.egressalias.diagnostic.Printable;
import io.egressalias.internal.drift.Difference;
import io.egressalias.internal.files.CommittedManifests;
import io.egressalias.internal.files.Failure;
import io.egressalias.internal.files.Origins;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The verb {@code check}: compares committed manifests with declarations and prints the
 * differences.
 */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    versionProvider = Egress.Version.class,
    description = {
      "Compares committed manifests with the output of `egress render` for the same declarations"
          + " and options. Prints the differences to standard output as a patch for `patch -p0`."
          + " Writes no file.",
      ""
    },
    footerHeading =
        "%nExit status: 0 up to date; 1 out of date, or the declaration has errors; 2 wrong usage,"
            + " or a file cannot be read.%n%nExamples:%n",
    footer = {
      "  egress check egress.yaml --against manifests.yaml",
      "  egress check declarations/ --against manifests/ --istio 1.27",
      "  egress check --semantic egress.yaml --against manifests.yaml"
    })
final class CheckCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @Mixin private FileParameters files = new FileParameters();

  @Option(
      names = RenderCommandLine.AGAINST,
      paramLabel = "FILE|DIR",
      required = true,
      description = "the committed output of `egress render -o` or `egress render --output-dir`")
  private String against = "";

  @Option(
      names = RenderCommandLine.SEMANTIC,
      description = "compare objects, and ignore their order, comments and layout")
  private boolean semantic;

  @Mixin private ColorOption color = new ColorOption();

  @Mixin private RenderingOptions rendering = new RenderingOptions();

  @Mixin private FailOnOption failOn = new FailOnOption();

  @Mixin private PlatformOptions platform = new PlatformOptions();

  @Mixin private OverrideOptions overrides = new OverrideOptions();

  @SuppressWarnings("NullAway.Init") // picocli sets the spec
  CheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (against.isEmpty()) {
      throw new Failure(
          "`--against` is empty. Pass the name of a file, or `.` for the current directory");
    }
    CommittedManifests committed = CommittedManifests.of(terminal.directory(), against);
    rendering.check(committed.isDirectory(), "Pass a file to `--against`");
    Compilation compilation =
        FindingPrinter.compiled(
            terminal,
            color,
            files.read(terminal),
            platform.assumptions(terminal),
            overrides.overrides());
    int status = failOn.status(compilation);
    if (status != ExitStatus.DONE) {
      return status;
    }
    List<Difference> differences =
        committed.compare(
            rendering.content(compilation),
            compilation,
            Origins.of(terminal.directory(), compilation).named(files.names()),
            semantic);
    differences.forEach(this::print);
    if (differences.isEmpty()) {
      return ExitStatus.DONE;
    }
    if (!semantic && differences.stream().anyMatch(each -> !each.diff().isEmpty())) {
      terminal.complain(PatchText.refused(committed.name()));
    }
    if (differences.stream().anyMatch(each -> each.kind() != Difference.Kind.STRAY)) {
      terminal.complain(
          "To bring it up to date: "
              + RenderCommandLine.render(spec.commandLine(), files.names(), committed)
              + "\n");
    }
    return ExitStatus.FINDINGS;
  }

  private void print(Difference difference) {
    terminal.complain(Printable.line(difference.toString()) + "\n");
    if (color.onOutput(terminal)) {
      terminal.print(ColoredDiff.of(difference.diff()));
      return;
    }
    String text = PatchText.of(difference.diff());
    if (!text.equals(difference.diff())) {
      terminal.complain(PatchText.ESCAPED);
    }
    terminal.print(text);
  }
}
