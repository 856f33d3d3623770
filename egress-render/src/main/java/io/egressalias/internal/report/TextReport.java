package io.egressalias.internal.report;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Printable;
import io.egressalias.diagnostic.Severity;
import io.egressalias.diagnostic.SourceLocation;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Prints findings for people: the location and the message in a format that editors recognize, the
 * line of the source with a caret, and the remedy.
 */
public final class TextReport {
  /** A longer line is not printed, because it would hide the message. */
  private static final int LONGEST_LINE = 200;

  private static final String RED = "\u001b[1;31m";
  private static final String YELLOW = "\u001b[1;33m";
  private static final String CYAN = "\u001b[1;36m";
  private static final String RESET = "\u001b[m";

  private final Map<String, SourceLines> sources;
  private final boolean colored;

  /**
   * Creates a report about texts.
   *
   * @param sources the texts by the names in the findings
   */
  public TextReport(Map<String, String> sources) {
    this(sources, false);
  }

  /**
   * Creates a report about texts.
   *
   * @param sources the texts by the names in the findings
   * @param colored whether the severities have the colors of a terminal
   */
  public TextReport(Map<String, String> sources, boolean colored) {
    this.colored = colored;
    this.sources =
        sources.entrySet().stream()
            .collect(
                Collectors.toMap(Map.Entry::getKey, entry -> new SourceLines(entry.getValue())));
  }

  /**
   * Returns findings as text, each with a newline at the end; without findings an empty text.
   * Findings that YAML aliases repeat are printed once.
   */
  public String print(List<Diagnostic> diagnostics) {
    return RepeatedFindings.without(diagnostics).stream()
        .map(this::print)
        .collect(Collectors.joining());
  }

  /**
   * Writes findings as {@link #print}, one after another.
   *
   * @throws IOException if the target throws it
   */
  public void write(List<Diagnostic> diagnostics, Appendable out) throws IOException {
    for (Diagnostic diagnostic : RepeatedFindings.without(diagnostics)) {
      out.append(print(diagnostic));
    }
  }

  private String print(Diagnostic finding) {
    String place =
        finding.location().map(SourceLocation::toString).orElse(finding.path().toString());
    // Only the color is not escaped.
    return Printable.line(place.isEmpty() ? "" : place + ": ")
        + word(finding.severity())
        + Printable.line(" " + finding.rule().code() + ": " + finding.message())
        + "\n"
        + finding.location().flatMap(this::excerpt).orElse("")
        + Printable.line("  " + finding.remedy())
        + ".\n";
  }

  private String word(Severity severity) {
    if (!colored) {
      return severity.word();
    }
    String color =
        switch (severity) {
          case ERROR -> RED;
          case WARNING -> YELLOW;
          case INFO -> CYAN;
        };
    return color + severity.word() + RESET;
  }

  private Optional<String> excerpt(SourceLocation place) {
    SourceLines lines = sources.get(place.file());
    String source = lines == null ? "" : lines.line(place.line());
    if (source.isBlank() || source.length() > LONGEST_LINE) {
      return Optional.empty();
    }
    String line = source.replace("\uFEFF", "");
    int before = line.offsetByCodePoints(0, Math.min(place.column() - 1, codePoints(line)));
    // The margin is escaped like the line, so that the caret has the right column.
    String margin = Printable.line(line.substring(0, before)).replaceAll("[^\t]", " ");
    return Optional.of("    " + Printable.line(line) + "\n    " + margin + "^\n");
  }

  private static int codePoints(String line) {
    return line.codePointCount(0, line.length());
  }
}
