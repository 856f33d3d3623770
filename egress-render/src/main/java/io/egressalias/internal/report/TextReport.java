package io.egressalias.internal.report;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Printable;
import io.egressalias.diagnostic.SourceLocation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Prints findings for people: the place and what is wrong in a line that editors understand, the
 * line of the source with a caret, and what to write instead.
 */
public final class TextReport {
  /** A longer line is not shown: it would bury what is said about it. */
  private static final int LONGEST_LINE = 200;

  private final Map<String, SourceLines> sources;

  /**
   * Makes a report about texts.
   *
   * @param sources the texts by the names that stand in the findings
   */
  public TextReport(Map<String, String> sources) {
    this.sources =
        sources.entrySet().stream()
            .collect(
                Collectors.toMap(Map.Entry::getKey, entry -> new SourceLines(entry.getValue())));
  }

  /**
   * Returns findings as text, each with a newline at the end; no findings: an empty text. What is
   * said of a place, and again where an alias of YAML repeats it, stands here once.
   */
  public String print(List<Diagnostic> diagnostics) {
    return RepeatedFindings.without(diagnostics).stream()
        .map(this::print)
        .collect(Collectors.joining());
  }

  private String print(Diagnostic finding) {
    String place =
        finding.location().map(SourceLocation::toString).orElse(finding.path().toString());
    String first =
        (place.isEmpty() ? "" : place + ": ")
            + finding.severity().word()
            + " "
            + finding.rule().code()
            + ": "
            + finding.message();
    return Printable.line(first)
        + "\n"
        + finding.location().flatMap(this::excerpt).orElse("")
        + Printable.line("  " + finding.remedy())
        + ".\n";
  }

  private Optional<String> excerpt(SourceLocation place) {
    SourceLines lines = sources.get(place.file());
    String source = lines == null ? "" : lines.line(place.line());
    if (source.isBlank() || source.length() > LONGEST_LINE) {
      return Optional.empty();
    }
    String line = source.replace("\uFEFF", "");
    int before = line.offsetByCodePoints(0, Math.min(place.column() - 1, codePoints(line)));
    // As it is printed, so that the caret stays where it belongs.
    String margin = Printable.line(line.substring(0, before)).replaceAll("[^\t]", " ");
    return Optional.of("    " + Printable.line(line) + "\n    " + margin + "^\n");
  }

  private static int codePoints(String line) {
    return line.codePointCount(0, line.length());
  }
}
