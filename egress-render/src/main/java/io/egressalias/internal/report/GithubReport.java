package io.egressalias.internal.report;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Printable;
import io.egressalias.diagnostic.Severity;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes findings as annotations of GitHub Actions.
 *
 * @see <a
 *     href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands">
 *     Workflow commands</a>
 */
public final class GithubReport {
  private GithubReport() {}

  /** Returns findings, one in a line; findings that YAML aliases repeat are printed once. */
  public static String print(List<Diagnostic> diagnostics) {
    return RepeatedFindings.without(diagnostics).stream()
        .map(GithubReport::line)
        .collect(Collectors.joining());
  }

  /**
   * Writes findings as {@link #print}, one after another.
   *
   * @throws IOException if the target throws it
   */
  public static void write(List<Diagnostic> diagnostics, Appendable out) throws IOException {
    for (Diagnostic diagnostic : RepeatedFindings.without(diagnostics)) {
      out.append(line(diagnostic));
    }
  }

  private static String line(Diagnostic finding) {
    String command = finding.severity() == Severity.INFO ? "notice" : finding.severity().word();
    String place =
        finding
            .location()
            .map(
                l ->
                    "file=%s,line=%s,col=%s,"
                        .formatted(property(Printable.line(l.file())), l.line(), l.column()))
            .orElse("");
    return "::%s %stitle=%s::%s\n"
        .formatted(
            command,
            place,
            finding.rule().code(),
            data(Printable.line(finding.message() + ". " + finding.remedy() + ".")));
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
