package io.egressalias.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs the program that checks manifests with the code of Kubernetes and Istio. The environment
 * variable {@code EGRESS_JUDGE} names it. Without it, tests that need it are skipped, or fail if
 * {@code EGRESS_REQUIRE_TOOLS} is {@code true}.
 */
final class Judge {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final String program;
  private final Path scratch;

  private Judge(String program, Path scratch) {
    this.program = program;
    this.scratch = scratch;
  }

  /**
   * Returns the judge, or skips or fails the test.
   *
   * @param scratch a directory for its input and output
   */
  static Judge inOffice(Path scratch) {
    Optional<String> program =
        Optional.ofNullable(System.getenv("EGRESS_JUDGE")).filter(name -> !name.isEmpty());
    String absent = "EGRESS_JUDGE does not name the judge, so nobody but us has looked at this";
    if ("true".equals(System.getenv("EGRESS_REQUIRE_TOOLS"))) {
      assertTrue(program.isPresent(), absent);
    }
    assumeTrue(program.isPresent(), absent);
    return new Judge(program.get(), scratch);
  }

  /**
   * Returns the findings about manifests that make one set.
   *
   * @param options of the judge, such as the feature gates of an older server
   */
  Verdict check(String yaml, List<String> options) throws IOException, InterruptedException {
    Path input = Files.writeString(scratch.resolve("manifests.yaml"), yaml);
    List<String> command = new ArrayList<>(List.of(program, "check", "--json"));
    command.addAll(options);
    command.add(input.toString());
    // Status 1 means that the verdict has errors.
    return verdict(run(command, 1));
  }

  /**
   * Returns the destinations of the calls of a workload, one in a line.
   *
   * @param options the calls, and the place of the workload
   */
  List<String> envoy(Path manifests, List<String> options)
      throws IOException, InterruptedException {
    return calls("envoy", manifests, options);
  }

  /** Returns the same for a workload of an ambient mesh and its waypoint. */
  List<String> waypoint(Path manifests, List<String> options)
      throws IOException, InterruptedException {
    return calls("waypoint", manifests, options);
  }

  private List<String> calls(String kind, Path manifests, List<String> options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(program, kind));
    command.addAll(options);
    command.add(manifests.toString());
    return run(command, 0).stream().filter(line -> line.startsWith("call ")).toList();
  }

  /** Returns the lines of standard output. A status above the highest fails the test. */
  private List<String> run(List<String> command, int highest)
      throws IOException, InterruptedException {
    File output = scratch.resolve("output.txt").toFile();
    File complaint = scratch.resolve("complaint.txt").toFile();
    int status =
        new ProcessBuilder(command)
            .redirectOutput(output)
            .redirectError(complaint)
            .start()
            .waitFor();
    assertTrue(
        status >= 0 && status <= highest,
        () -> "the judge ended with status " + status + ": " + text(complaint));
    return text(output).lines().toList();
  }

  private static Verdict verdict(List<String> lines) {
    List<Finding> findings = new ArrayList<>();
    for (String line : lines.subList(0, lines.size() - 1)) {
      findings.add(finding(JSON.readTree(line)));
    }
    JsonNode summary = JSON.readTree(lines.get(lines.size() - 1));
    Verdict verdict = new Verdict(summary.path("documents").asInt(), findings);
    assertEquals(summary.path("errors").asInt(), verdict.count("error"), "errors of the summary");
    assertEquals(
        summary.path("warnings").asInt(), verdict.count("warning"), "warnings of the summary");
    return verdict;
  }

  private static Finding finding(JsonNode node) {
    return new Finding(
        node.path("file").asString(),
        node.path("document").asInt(),
        node.path("object").asString(),
        node.path("severity").asString(),
        node.path("source").asString(),
        node.path("message").asString());
  }

  private static String text(File file) {
    try {
      return Files.readString(file.toPath(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /**
   * The verdict of the judge about a set.
   *
   * @param documents the number of documents that it read
   */
  record Verdict(int documents, List<Finding> findings) {

    private long count(String severity) {
      return findings.stream().filter(finding -> finding.severity().equals(severity)).count();
    }
  }

  /**
   * A finding of the judge.
   *
   * @param document the number of the document in the file, from 1; 0: about the set
   * @param object kind and name
   * @param severity {@code error}, {@code warning} or {@code info}
   * @param source the component of Kubernetes or Istio
   */
  record Finding(
      String file, int document, String object, String severity, String source, String message) {

    boolean isError() {
      return severity.equals("error");
    }

    boolean isWarning() {
      return severity.equals("warning");
    }

    /** The message without names, to group equal findings. */
    String withoutNames() {
      return source + ": " + message.replaceAll("\\S*(?<!IST)[0-9]\\S*", "…");
    }

    boolean isInfo() {
      return severity.equals("info");
    }

    @Override
    public String toString() {
      return "%d %s: %s %s: %s".formatted(document, object, severity, source, message);
    }
  }
}
