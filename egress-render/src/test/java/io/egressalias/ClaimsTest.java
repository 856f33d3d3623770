package io.egressalias;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Checks {@code CLAIMS.md} against the releases from which the conformance suite is built, the
 * tests in the tree, and the list of tests that {@code run.sh} runs.
 */
final class ClaimsTest {
  private static final Path FOLDER = Path.of("src", "conformance");
  private static final List<Path> TESTS =
      List.of(Path.of("src", "test", "java"), Path.of("cli", "src", "test", "java"));
  private static final String ON_THE_PATH = "the one on the PATH";
  private static final Pattern PIN = Pattern.compile("`([^`]+)`: `([^`]+)`");
  private static final Pattern TEST = Pattern.compile("`(\\w+)(?:\\.(\\w+))?`");
  private static final Pattern LISTED = Pattern.compile("readonly \\w*TESTS=\"([^\"]*)\"");

  @Test
  void everyClaimedReleaseIsPinned() throws IOException {
    for (List<String> program : table("The programs")) {
      String release = program.get(1);
      List<MatchResult> pins = PIN.matcher(program.get(2)).results().toList();
      if (program.get(2).equals(ON_THE_PATH)) {
        assertEquals("any", release, program::toString);
        continue;
      }
      assertTrue(pins.stream().anyMatch(pin -> pin.group(2).contains(release)), program::toString);
      for (MatchResult pin : pins) {
        String text = Files.readString(FOLDER.resolve(pin.group(1)));
        assertTrue(isIn(text, pin.group(2)), pin::group);
      }
    }
  }

  /** A release that no test runs is not among the programs. */
  @Test
  void everyClaimNamesBuiltReleases() throws IOException {
    Map<String, String> releases = new HashMap<>();
    for (List<String> program : table("The programs")) {
      releases.put(program.get(0), program.get(1));
    }
    for (List<String> claim : table("The claims")) {
      for (String executed : claim.get(1).split(", ", -1)) {
        assertEquals(!isRepeated(claim), !isBuilt(executed, releases), claim::toString);
      }
    }
  }

  @Test
  void everyTestExists() throws IOException {
    Map<String, String> sources = sources();
    for (List<String> claim : table("The claims")) {
      Matcher test = TEST.matcher(claim.get(2));
      assertEquals(isRepeated(claim), test.matches(), claim::toString);
      if (isRepeated(claim)) {
        String source = sources.getOrDefault(test.group(1), "");
        assertTrue(source.contains("class " + test.group(1) + " "), claim::toString);
        String method = test.group(2) == null ? "" : "void " + test.group(2) + "(";
        assertTrue(source.contains(method), claim::toString);
      }
    }
  }

  @Test
  void suiteRunsEveryNamedTest() throws IOException {
    Set<String> named = new TreeSet<>();
    for (List<String> claim : table("The claims")) {
      TEST.matcher(claim.get(2)).results().forEach(test -> named.add(test.group(1)));
    }
    Set<String> run = new TreeSet<>();
    Matcher lists = LISTED.matcher(Files.readString(FOLDER.resolve("run.sh")));
    while (lists.find()) {
      run.addAll(Arrays.asList(lists.group(1).split("\\s+", -1)));
    }
    assertEquals(named, run);
  }

  private static boolean isRepeated(List<String> claim) {
    return !claim.get(2).startsWith("none: ");
  }

  private static boolean isBuilt(String executed, Map<String, String> releases) {
    int space = executed.lastIndexOf(' ');
    return "any".equals(releases.get(executed))
        || (space > 0
            && executed.substring(space + 1).equals(releases.get(executed.substring(0, space))));
  }

  /** Matches whole words, so that 1.36.1 is not found in 1.36.10. */
  private static boolean isIn(String text, String wanted) {
    return Pattern.compile("(?<![\\w.])" + Pattern.quote(wanted) + "(?![\\w.-])")
        .matcher(text)
        .find();
  }

  private static Map<String, String> sources() throws IOException {
    Map<String, String> sources = new HashMap<>();
    for (Path tests : TESTS) {
      try (Stream<Path> files = Files.walk(tests)) {
        for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
          String name = String.valueOf(file.getFileName()).replace(".java", "");
          sources.merge(name, Files.readString(file), String::concat);
        }
      }
    }
    return sources;
  }

  /** The rows of the table below a heading, without its head. */
  private static List<List<String>> table(String heading) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    String section = "";
    for (String line : Files.readAllLines(FOLDER.resolve("CLAIMS.md"))) {
      if (line.startsWith("## ")) {
        section = line.substring(3);
      } else if (section.equals(heading) && line.startsWith("| ")) {
        rows.add(Arrays.asList(line.substring(2, line.length() - 2).split(" \\| ", -1)));
      }
    }
    rows.remove(0);
    assertTrue(rows.size() > 5, () -> heading + ": " + rows.size() + " rows");
    rows.forEach(row -> assertEquals(3, row.size(), row::toString));
    return rows;
  }
}
