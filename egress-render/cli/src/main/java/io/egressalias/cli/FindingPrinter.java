package io.egressalias.cli;

import io.egressalias.cli.usage.Arguments;
import io.egressalias.compile.Compilation;
import io.egressalias.declaration.Overrides;
import io.egressalias.declaration.Source;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.internal.report.ErrorsAndWarnings;
import io.egressalias.internal.report.RepeatedFindings;
import io.egressalias.internal.report.TextReport;
import java.util.List;
import java.util.stream.Collectors;

/** Prints findings. */
final class FindingPrinter {
  /** Limits the output: a user corrects the first findings before reading further ones. */
  private static final int MOST = 10_000;

  private FindingPrinter() {}

  /**
   * Compiles the declarations of a run, and prints the errors and warnings.
   *
   * @throws io.egressalias.cli.usage.WrongArgument if an argument is wrong
   */
  static Compilation compiled(Terminal terminal, Arguments arguments) {
    PlatformOptions platform = PlatformOptions.of(arguments);
    Overrides overrides = OverrideOptions.of(arguments);
    Compilation compilation =
        Compilation.of(
            FileParameters.declarations(arguments, terminal),
            platform.assumptions(terminal),
            overrides);
    print(terminal, ColorOption.of(arguments), compilation);
    return compilation;
  }

  /** Prints the errors and warnings of a compilation. */
  static void print(Terminal terminal, ColorOption color, Compilation compilation) {
    List<Diagnostic> grave =
        RepeatedFindings.without(ErrorsAndWarnings.of(compilation.diagnostics()));
    if (!grave.isEmpty()) {
      TextReport report = report(compilation.sources(), color.onError(terminal));
      terminal.show(report.print(grave.subList(0, Math.min(grave.size(), MOST))));
    }
    if (grave.size() > MOST) {
      terminal.complain(
          "egress: %s findings, of which the first %s are shown. Run `egress lint` to see all.\n"
              .formatted(grave.size(), MOST));
    }
  }

  static String print(List<Source> sources, List<Diagnostic> diagnostics) {
    return diagnostics.isEmpty() ? "" : report(sources, false).print(diagnostics);
  }

  /** Returns a report that shows the lines of sources. */
  static TextReport report(List<Source> sources, boolean colored) {
    return new TextReport(
        sources.stream()
            .collect(Collectors.toMap(Source::name, Source::text, (first, second) -> first)),
        colored);
  }
}
