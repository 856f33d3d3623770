package io.egressalias.reason;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.Golden;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds the table of rules in {@code CLAIMS.md} equal to the files in {@code reasons}. */
final class RuleClaimsTest {
  private static final Path CLAIMS = Path.of("src/conformance/CLAIMS.md");
  private static final Path TESTS = Path.of("src/test/java/io/egressalias");
  private static final Path CLI_TESTS = Path.of("cli/src/test/java");
  private static final Pattern PROGRAM =
      Pattern.compile("(?m)^\\| ([^|]+) \\| ([^|]+) \\| [^|]+ \\|$");
  private static final String HEAD = "| rule | executed on | what it shows |\n|---|---|---|\n";

  /** The end of the table. */
  private static final String END = "\n\n";

  /** The words by which the text of a rule says that its reason was not executed. */
  private static final String NOT_EXECUTED = "not executed";

  @ParameterizedTest
  @EnumSource
  void everyRuleSaysHowItsReasonIsShown(Rule rule) throws IOException {
    Reason reason = Reason.of(rule);
    reason.requireComplete();
    if (rule.severity() == Severity.ERROR && !reason.isShown() && reason.rests().isPresent()) {
      assertTrue(
          rule.why().replace("\n", " ").contains(NOT_EXECUTED),
          () ->
              "The reason of %s was not executed, and the rule is an error. Say in its rule.md on"
                      .formatted(rule.code())
                  + " what the reason rests, with the words `"
                  + NOT_EXECUTED
                  + "`, or make the rule"
                  + " a warning.");
    }
    if (reason.test().isPresent()) {
      requireTest(reason.test().get());
    }
  }

  @Test
  void tableOfRulesIsComplete() throws IOException {
    String page = Files.readString(CLAIMS);
    int from = page.indexOf(HEAD) + HEAD.length();
    assertTrue(from > HEAD.length(), "CLAIMS.md has no table of rules");
    int to = page.indexOf(END, from) + 1;
    String table =
        Arrays.stream(Rule.values()).map(rule -> row(rule, page)).collect(Collectors.joining());
    if (Golden.UPDATE) {
      Files.writeString(CLAIMS, page.substring(0, from) + table + page.substring(to));
    }
    assertEquals(table, page.substring(from, to));
  }

  @Test
  void noReasonIsOrphaned() throws IOException {
    Set<String> rules =
        Arrays.stream(Rule.values()).map(Rule::code).collect(Collectors.toCollection(TreeSet::new));
    try (Stream<Path> files = Files.list(Reason.FOLDER)) {
      assertEquals(
          rules,
          files
              .map(file -> String.valueOf(file.getFileName()))
              .filter(name -> name.endsWith(".yaml"))
              .map(name -> name.replace(".yaml", ""))
              .collect(Collectors.toCollection(TreeSet::new)));
    }
  }

  private static String row(Rule rule, String page) {
    Reason reason = Reason.of(rule);
    String on = reason.isExecuted() ? releases(reason, page) : "none";
    return "| %s | %s | %s |\n".formatted(rule.code(), on, reason.said());
  }

  /** The programs with their releases, in the order of the table of programs. */
  private static String releases(Reason reason, String page) {
    List<MatchResult> programs = PROGRAM.matcher(page).results().toList();
    List<String> releases =
        programs.stream()
            .filter(program -> reason.programs().contains(program.group(1)))
            .map(
                program ->
                    program.group(2).equals("any")
                        ? program.group(1)
                        : program.group(1) + " " + program.group(2))
            .toList();
    assertEquals(
        reason.programs().size(), releases.size(), () -> reason.rule() + ": " + reason.programs());
    return String.join(", ", releases);
  }

  private static void requireTest(String name) throws IOException {
    int dot = name.indexOf('.');
    String file = name.substring(0, dot < 0 ? name.length() : dot) + ".java";
    String method = dot < 0 ? "" : "void " + name.substring(dot + 1) + "(";
    boolean found = false;
    for (Path folder : List.of(TESTS, CLI_TESTS)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path each : files.filter(path -> path.endsWith(file)).toList()) {
          found |= Files.readString(each).contains(method);
        }
      }
    }
    assertTrue(found, name);
  }
}
