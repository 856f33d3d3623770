package io.egressalias.judge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;

/**
 * The program {@code judge}, which is Kubernetes' and Istio's own code: what API servers and
 * analyzers say of manifests, and what Istio makes of them for a sidecar.
 */
public final class Judge {
  private static final Pattern FINDING =
      Pattern.compile(
          "(?m)^(?<place>.+?) (?<object>\\S+): (?<severity>error|warning|info) (?<text>.+)$");
  private static final Pattern SUMMARY =
      Pattern.compile("(?m)^\\d+ documents, (?<errors>\\d+) errors, (?<warnings>\\d+) warnings$");

  private final Path program;

  private Judge(Path program) {
    this.program = program;
  }

  /**
   * A finding.
   *
   * @param object its kind and name, such as {@code Service/my-httpbin}
   * @param severity {@code error}, {@code warning} or {@code info}
   * @param text who found it, and what
   */
  public record Finding(String object, String severity, String text) {}

  /** Returns the judge that {@code EGRESS_JUDGE} names; where none is named the test is skipped. */
  public static Judge present() {
    return new Judge(Tool.at("EGRESS_JUDGE"));
  }

  /** Returns what is said about files that make one set. */
  public List<Finding> check(List<Path> files) {
    List<String> command = new ArrayList<>(List.of(program.toString(), "check"));
    files.forEach(file -> command.add(file.toString()));
    Tool.Result result = Tool.run(command, Map.of());
    List<Finding> findings =
        FINDING
            .matcher(result.out())
            .results()
            .map(m -> new Finding(m.group(2), m.group(3), m.group(4)))
            .toList();
    // A line that is not understood must not pass for silence.
    MatchResult summary =
        SUMMARY
            .matcher(result.out())
            .results()
            .findFirst()
            .orElseThrow(() -> new AssertionError(result.toString()));
    Assertions.assertEquals(
        summary.group(1) + " errors, " + summary.group(2) + " warnings",
        count(findings, "error") + " errors, " + count(findings, "warning") + " warnings",
        result.out());
    return findings;
  }

  private static long count(List<Finding> findings, String severity) {
    return findings.stream().filter(f -> f.severity().equals(severity)).count();
  }

  /**
   * Returns what a sidecar is sent, and where calls of its workload end.
   *
   * @param options such as {@code --registry-only}
   * @param calls such as {@code http://my-httpbin}
   */
  public Sidecar sidecar(String manifests, List<String> options, List<String> calls) {
    List<String> command = new ArrayList<>(List.of(program.toString(), "envoy"));
    command.addAll(options);
    calls.forEach(call -> command.addAll(List.of("--call", call)));
    try {
      Path file = Files.createTempFile("egress-judge", ".yaml");
      try {
        Files.writeString(file, manifests);
        command.add(file.toString());
        Tool.Result result = Tool.run(command, Map.of());
        Assertions.assertEquals(0, result.status(), result::err);
        return Sidecar.parse(result.out());
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
