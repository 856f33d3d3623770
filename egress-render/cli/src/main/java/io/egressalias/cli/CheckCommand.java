package io.egressalias.cli;

import io.egressalias.cli.usage.Arguments;
import io.egressalias.cli.usage.Option;
import io.egressalias.cli.usage.Usage;
import io.egressalias.compile.Compilation;
import io.egressalias.diagnostic.Printable;
import io.egressalias.internal.drift.Difference;
import io.egressalias.internal.files.CommittedManifests;
import io.egressalias.internal.files.Failure;
import io.egressalias.internal.files.Origins;
import java.util.List;

/**
 * The verb {@code check}: compares committed manifests with declarations and prints the
 * differences.
 */
final class CheckCommand implements Verb {
  static final Option AGAINST =
      Option.value(
              "--against",
              "FILE|DIR",
              "the committed output of `egress render -o` or `egress render --output-dir`")
          .required();

  static final Option SEMANTIC =
      Option.flag("--semantic", "compare objects, and ignore their order, comments and layout");

  private static final Usage USAGE =
      new Usage(
          "check",
          List.of(
              "Compares committed manifests with the output of `egress render` for the same"
                  + " declarations"
                  + " and options. Prints the differences to standard output as a patch for `patch -p0`."
                  + " Writes no file."),
          FileParameters.DECLARATIONS,
          Option.all(
              List.of(AGAINST, SEMANTIC, ColorOption.OPTION, FailOnOption.OPTION),
              RenderingOptions.ALL,
              PlatformOptions.ALL,
              List.of(OverrideOptions.SET)),
          List.of(),
          "0 up to date; 1 out of date, or the declaration has errors; 2 wrong usage, or"
              + " a file cannot be read.",
          List.of(
              "egress check egress.yaml --against manifests.yaml",
              "egress check declarations/ --against manifests/ --istio 1.27",
              "egress check --semantic egress.yaml --against manifests.yaml"));

  private final Terminal terminal;

  CheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Usage usage() {
    return USAGE;
  }

  @Override
  public int run(Arguments arguments) {
    RenderingOptions rendering = RenderingOptions.of(arguments);
    String against = arguments.word(AGAINST);
    if (against.isEmpty()) {
      throw new Failure(
          "`--against` is empty. Pass the name of a file, or `.` for the current directory");
    }
    CommittedManifests committed = CommittedManifests.of(terminal.directory(), against);
    rendering.check(committed.isDirectory(), "Pass a file to `--against`");
    Compilation compilation = FindingPrinter.compiled(terminal, arguments);
    int status = FailOnOption.of(arguments).status(compilation);
    if (status != ExitStatus.DONE) {
      return status;
    }
    List<Difference> differences =
        committed.compare(
            rendering.content(compilation),
            compilation,
            Origins.of(terminal.directory(), compilation).named(arguments.parameters()),
            arguments.has(SEMANTIC));
    if (differences.isEmpty()) {
      return ExitStatus.DONE;
    }
    print(differences, committed, arguments);
    return ExitStatus.FINDINGS;
  }

  private void print(
      List<Difference> differences, CommittedManifests committed, Arguments arguments) {
    boolean colored = ColorOption.of(arguments).onOutput(terminal);
    differences.forEach(difference -> print(difference, colored));
    if (!arguments.has(SEMANTIC) && differences.stream().anyMatch(each -> !each.diff().isEmpty())) {
      terminal.complain(PatchText.refused(committed.name()));
    }
    if (differences.stream().anyMatch(each -> each.kind() != Difference.Kind.STRAY)) {
      terminal.complain(
          "To bring it up to date: " + RenderCommandLine.render(arguments, committed) + "\n");
    }
  }

  private void print(Difference difference, boolean colored) {
    terminal.complain(Printable.line(difference.toString()) + "\n");
    if (colored) {
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
