package io.egressalias;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Checks the words of the comments in the main sources of all modules. {@code RuleWordsTest} of
 * egress-model checks the same words in the texts of rules.
 */
final class CommentWordsTest {
  private static final List<Path> MODULES =
      List.of(Path.of("../egress-model"), Path.of("."), Path.of("cli"), Path.of("maven"));

  /** The parts of a source: text blocks, strings, characters, and the two kinds of comments. */
  private static final Pattern PART =
      Pattern.compile(
          "\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*\"|'(?:\\\\.|[^'\\\\\n])+'"
              + "|(?<comment>/\\*.*?\\*/|//[^\n]*)",
          Pattern.DOTALL);

  /** The text of a comment without its marks, and without code and links. */
  private static final Pattern MARKUP =
      Pattern.compile("\\n\\s*(\\*(?!/)|//)|\\{@[a-z]+ [^}]*}|<a .*?</a>|`[^`]*`", Pattern.DOTALL);

  private static final Pattern UNCLEAR =
      Pattern.compile(
          "\\b(mend(s|ed|ing|able)?|bears?|borne|whoever|(no|every|some|any)body|who|lacks?"
              + "|stands?|(is|are) there|tak(e|es|en) (it )?out|doors?|nowhere"
              + "|pass(es|ed)? (it )?over|in silence|of one's own|anew|for ever|wants?"
              + "|in circles|by accident|what is said|is to be said)\\b");

  @Test
  void mainSourcesHavePlainComments() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path source : sources()) {
      for (String comment : comments(Files.readString(source))) {
        Matcher unclear = UNCLEAR.matcher(prose(comment));
        if (unclear.find()) {
          found.add("%s: `%s` in: %s".formatted(source, unclear.group(), prose(comment)));
        }
      }
    }
    assertEquals(List.of(), found);
  }

  @Test
  void everyModuleHasSources() throws IOException {
    for (Path module : MODULES) {
      assertTrue(
          sources().stream().anyMatch(source -> source.startsWith(module.resolve("src/main/java"))),
          "" + module);
    }
  }

  @Test
  void commentsAreFoundOutsideOfStrings() {
    String source =
        "/** One. */ int a = '\"'; // two\nString b = \"// \\\" none\"; /*\n * three\n * four */\n"
            + "String c = \"\"\"\n// none \"\n\"\"\"; // five";
    assertEquals(
        List.of("/** one. */", "// two", "/* three four */", "// five"),
        comments(source).stream().map(CommentWordsTest::prose).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "// Mends it",
        "/** For\n * whoever asks */",
        "/** What is\n * there */",
        "// who"
      })
  void anUnclearWordIsFound(String comment) {
    assertTrue(UNCLEAR.matcher(prose(comment)).find());
  }

  @ParameterizedTest
  @ValueSource(strings = {"// Understands", "/** The {@code who} of a call */", "// A standard"})
  void aPlainWordIsNotFound(String comment) {
    assertFalse(UNCLEAR.matcher(prose(comment)).find());
  }

  private static List<String> comments(String source) {
    return PART.matcher(source)
        .results()
        .map(part -> part.group(1))
        .filter(comment -> comment != null)
        .toList();
  }

  private static String prose(String comment) {
    String text = MARKUP.matcher(comment).replaceAll(" ");
    return text.replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  private static List<Path> sources() throws IOException {
    TreeSet<Path> found = new TreeSet<>();
    for (Path module : MODULES) {
      try (Stream<Path> files = Files.walk(module.resolve("src/main/java"))) {
        files.filter(file -> file.toString().endsWith(".java")).forEach(found::add);
      }
    }
    return List.copyOf(found);
  }
}
