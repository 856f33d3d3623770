package io.egressalias.report;

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

  private final Map<String, List<String>> sources;
  private final int firstLine;

  /**
   * Makes a report about texts.
   *
   * @param sources the texts by the names that stand in the findings
   */
  public TextReport(Map<String, String> sources) {
    this(sources, 1);
  }

  private TextReport(Map<String, String> sources, int firstLine) {
    this.sources =
        sources.entrySet().stream()
            .collect(
                Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().lines().toList()));
    this.firstLine = firstLine;
  }

  /**
   * Makes a report about a part of a text.
   *
   * @param name the name of the text in the findings
   * @param firstLine the line of the text that the part begins in, from 1
   */
  public static TextReport ofPart(String name, String part, int firstLine) {
    return new TextReport(Map.of(name, part), firstLine);
  }

  /**
   * Returns findings as text, each with a newline at the end; no findings: an empty text. What is
   * said of a place, and again where an alias of YAML repeats it, stands here once.
   */
  public String print(List<Diagnostic> diagnostics) {
    return Repetitions.without(diagnostics).stream().map(this::print).collect(Collectors.joining());
  }

  private String print(Diagnostic finding) {
    String place =
        finding.location().map(SourceLocation::toString).orElse(finding.path().toString());
    String first =
        place
            + ": "
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
    List<String> lines = sources.getOrDefault(place.file(), List.of());
    int index = place.line() - firstLine;
    if (index < 0 || index >= lines.size()) {
      return Optional.empty();
    }
    String source = lines.get(index);
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
