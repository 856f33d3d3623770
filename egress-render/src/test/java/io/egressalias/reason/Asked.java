package io.egressalias.reason;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.launcher.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Asks the judge and Envoy. Without them the test is skipped. */
final class Asked {
  private static final Pattern FINDING =
      Pattern.compile("\\S+ (\\S+: (?<severity>error|warning|info) (?<source>\\S+): .*)");
  private static final Pattern CLUSTER =
      Pattern.compile("cluster (?<name>\\S+) .*(?<endpoints>endpoints=\\[.*])");
  private static final Pattern ROUTE =
      Pattern.compile(
          "route \\S+ (?<vhost>vhost=\\S+) .* to=(?<name>\\S+) (?<host>host-rewrite=.*)");
  private static final Pattern CALL =
      Pattern.compile("call \\S+ .*?(?<vhost>vhost=\\S+)? ?cluster=(?<name>\\S*).*");

  private static final int LONGEST = 220;
  private static final int MOST = 6;

  private final Path scratch;

  Asked(Path scratch) {
    this.scratch = scratch;
  }

  /** Returns the answer, one finding or call in a line, after it was compared with the expected. */
  List<String> answer(Question question) throws IOException, InterruptedException {
    Path file = Files.writeString(scratch.resolve("in.yaml"), question.manifests());
    if (question.ask().equals("check")) {
      return checked(question, file);
    }
    List<String> answers =
        switch (question.ask()) {
          case "wire" -> wire(question, file);
          case "waypoint" -> waypoint(question, file);
          default -> envoy(question, file);
        };
    int i = 0;
    for (Map.Entry<String, String> call : question.calls().entrySet()) {
      String answer = answers.get(i++);
      boolean declared =
          List.of(call.getValue().split(" ", -1)).stream().allMatch(answer::contains);
      assertEquals(
          question.carried(),
          declared ? "declared" : "otherwise",
          () -> "%s, declared `%s`: %s".formatted(question, call.getValue(), answer));
    }
    return answers;
  }

  private List<String> checked(Question question, Path file)
      throws IOException, InterruptedException {
    Program.Outcome outcome =
        judge("check").with(options(question)).with(file.toString()).run(scratch);
    assertTrue(outcome.status() <= 1, outcome.err());
    List<String> answers = new ArrayList<>();
    boolean said = false;
    boolean saysAnything = false;
    for (String line : outcome.out().lines().toList()) {
      Matcher finding = FINDING.matcher(line);
      if (!finding.matches()) {
        continue;
      }
      String severity = finding.group("severity");
      said |= question.says().equals(severity + " " + finding.group("source"));
      saysAnything |= !severity.equals("info");
      String answer = shortened(finding.group(1).replace(scratch + "/", ""));
      if (!answers.contains(answer) && answers.size() < MOST) {
        answers.add(answer);
      }
    }
    boolean nothing = question.says().equals("nothing");
    assertTrue(
        nothing ? !saysAnything : said, () -> question + ", " + question.says() + ": " + answers);
    return answers.isEmpty() ? List.of("nothing") : answers;
  }

  /** The calls, with the endpoints of their clusters and the Host header. */
  private List<String> envoy(Question question, Path file)
      throws IOException, InterruptedException {
    Program program = judge("envoy").with(options(question)).with(calls(question));
    Program.Outcome outcome = program.with(file.toString()).run(scratch);
    assertEquals(0, outcome.status(), outcome.err());
    Map<String, String> endpoints = new HashMap<>();
    Map<String, String> hosts = new HashMap<>();
    List<String> answers = new ArrayList<>();
    for (String line : outcome.out().lines().toList()) {
      Matcher cluster = CLUSTER.matcher(line);
      if (cluster.matches()) {
        endpoints.put(cluster.group("name"), cluster.group("endpoints"));
      }
      Matcher route = ROUTE.matcher(line);
      if (route.matches()) {
        hosts.put(route.group("vhost") + route.group("name"), route.group("host"));
      }
      Matcher call = CALL.matcher(line);
      if (call.matches()) {
        answers.add(
            line
                + suffix(endpoints.get(call.group("name")))
                + suffix(hosts.get(call.group("vhost") + call.group("name"))));
      }
    }
    assertEquals(question.calls().size(), answers.size(), outcome::out);
    return answers;
  }

  /** The calls of a workload without a sidecar. */
  private List<String> waypoint(Question question, Path file)
      throws IOException, InterruptedException {
    Program program = judge("waypoint").with(options(question)).with(calls(question));
    Program.Outcome outcome = program.with(file.toString()).run(scratch);
    assertEquals(0, outcome.status(), outcome.err());
    List<String> answers = outcome.out().lines().filter(line -> line.startsWith("call ")).toList();
    assertEquals(question.calls().size(), answers.size(), outcome::out);
    return answers;
  }

  private List<String> wire(Question question, Path file) throws IOException, InterruptedException {
    Program program =
        Program.onPath("python3")
            .with("-B", variable("EGRESS_CALLS"), file.toString())
            .with(options(question))
            .with(calls(question))
            .set("JUDGE", variable("EGRESS_JUDGE"))
            .set("ENVOY", variable("ENVOY"));
    Program.Outcome outcome = program.run(scratch);
    assertEquals(0, outcome.status(), outcome.err());
    List<String> answers =
        outcome.out().lines().filter(line -> line.contains(" -> ")).map(String::strip).toList();
    assertEquals(question.calls().size(), answers.size(), outcome::out);
    return answers;
  }

  private static Program judge(String command) {
    return Program.of(variable("EGRESS_JUDGE"), command);
  }

  private static String[] options(Question question) {
    return question.options().toArray(String[]::new);
  }

  private static String[] calls(Question question) {
    return question.calls().keySet().stream()
        .flatMap(call -> List.of("--call", call).stream())
        .toArray(String[]::new);
  }

  private static String variable(String name) {
    Optional<String> value = Optional.ofNullable(System.getenv(name)).filter(v -> !v.isEmpty());
    Program.require(value.isPresent(), name + " is not set");
    return value.orElse("");
  }

  private static String suffix(@Nullable String text) {
    return text == null || text.equals("host-rewrite=-") ? "" : " " + text;
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " ...";
  }
}
