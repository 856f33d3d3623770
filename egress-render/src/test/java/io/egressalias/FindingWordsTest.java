package io.egressalias;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the form of messages and remedies, as they are in every approved report. */
final class FindingWordsTest {
  private static final List<Path> APPROVED =
      Stream.of("rules", "cases", "bytes", "long")
          .map(Path.of("src/test/resources")::resolve)
          .toList();

  private static final Pattern HEAD =
      Pattern.compile("(?m)^.*: (?:error|warning|info) (EGA\\d{4}): (.*)$");

  /** The first words of remedies. */
  private static final Set<String> IMPERATIVES =
      Set.of(
          "Add", "Close", "Declare", "Delete", "Fill", "Import", "Keep", "Move", "Pass", "Quote",
          "Remove", "Rename", "Render", "Replace", "Run", "Save", "Split", "Start", "Use", "Write");

  private static final Pattern CODE = Pattern.compile("`[^`]+`");

  /** Words that make a reader guess, and expressions for which Kubernetes has a plain word. */
  private static final Pattern RIDDLES =
      Pattern.compile(
          "\\b(mend(s|ed|able)?|bears?|who(ever)?|(no|every|some)body|lacks?|stands?|(is|are) there"
              + "|tak(e|es|en) (it |one )?out|leave (it|the|so)|nowhere|pass(es|ed)? (it )?over"
              + "|in silence|means nothing|says?|said|knows?|known|speaks?|clear text|by (it|them)sel(f|ves)"
              + "|(that|what) is meant|divide|begins?|in place of|wants?|carried out|takes?)\\b");

  /** Findings about a ResourceList have a form of their own. */
  private static final String OTHERS = "EGA10";

  /** A finding as it is printed, without place and full stop. */
  private record Finding(String code, String message, String remedy) {}

  @ParameterizedTest
  @MethodSource("reports")
  void messagesAndRemediesArePlain(Path report) throws IOException {
    List<Finding> findings = findings(Files.readString(report));
    assertFalse(findings.isEmpty());
    assertAll(findings.stream().map(finding -> () -> assertForm(finding)));
  }

  @Test
  void findsWhatIsNotPlain() {
    for (String text : List.of("Take it out", "`sni` means nothing", "nobody says so", "lacks")) {
      assertTrue(isRiddle(text), text);
    }
    for (String text : List.of("Remove `take: out`", "Write the whole value", "an unknown key")) {
      assertFalse(isRiddle(text), text);
    }
  }

  @Test
  void readsAReport() {
    String text = "a.yaml:1:1: error EGA0101: expected a\n    kind: b\n    ^\n  Write `a`.\n";
    assertEquals(List.of(new Finding("EGA0101", "expected a", "Write `a`")), findings(text + ""));
    assertEquals(2, findings(text + text).size());
  }

  private static void assertForm(Finding finding) {
    String remedy = finding.remedy();
    assertAll(
        finding.code(),
        () -> assertFalse(finding.message().endsWith("."), finding.message()),
        () -> assertFalse(isRiddle(finding.message()), finding.message()),
        () -> assertFalse(remedy.endsWith("."), remedy),
        () -> assertFalse(isRiddle(remedy), remedy),
        () -> assertFalse(CODE.matcher(remedy).replaceAll("").contains(";"), remedy),
        () -> assertTrue(IMPERATIVES.contains(remedy.split(" ", 2)[0]), remedy));
  }

  private static boolean isRiddle(String text) {
    return RIDDLES.matcher(CODE.matcher(text).replaceAll("").toLowerCase(Locale.ROOT)).find();
  }

  private static List<Finding> findings(String report) {
    List<Finding> findings = new ArrayList<>();
    Matcher head = HEAD.matcher(report);
    boolean more = head.find();
    while (more) {
      String code = head.group(1);
      String message = head.group(2);
      int start = head.end();
      more = head.find();
      String rest = report.substring(start, more ? head.start() : report.length()).stripTrailing();
      String remedy = rest.substring(rest.lastIndexOf('\n') + 1).strip();
      assertTrue(remedy.endsWith("."), remedy);
      if (!code.startsWith(OTHERS)) {
        findings.add(new Finding(code, message, remedy.substring(0, remedy.length() - 1)));
      }
    }
    return findings;
  }

  static List<Path> reports() throws IOException {
    List<Path> reports = new ArrayList<>();
    for (Path folder : APPROVED) {
      try (Stream<Path> files = Files.list(folder)) {
        files
            .filter(file -> file.toString().endsWith(".approved.txt"))
            .filter(file -> !file.getFileName().toString().startsWith(OTHERS))
            .sorted()
            .forEach(reports::add);
      }
    }
    return reports;
  }
}
