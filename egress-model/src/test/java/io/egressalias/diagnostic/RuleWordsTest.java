package io.egressalias.diagnostic;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks the form of the texts of the rules: requirement, reason and remedy. */
final class RuleWordsTest {
  private static final int LONGEST_TITLE = 90;

  /** The field, option or part of a document that a title is about. */
  private static final Pattern CODE = Pattern.compile("`[^`]+`");

  /** The first words of the sentences of a remedy. */
  private static final Set<String> IMPERATIVES =
      Set.of(
          "Add",
          "Correct",
          "Declare",
          "Delete",
          "Generate",
          "Import",
          "Keep",
          "Move",
          "Pass",
          "Quote",
          "Remove",
          "Rename",
          "Render",
          "Replace",
          "Run",
          "Save",
          "Split",
          "Start",
          "Use",
          "Write");

  /** Words that are hard to understand, and expressions for which Kubernetes has a plain word. */
  private static final Pattern RIDDLES =
      Pattern.compile(
          "\\b(mend(s|ed|able)?|bears?|whoever|(no|every|some)body|who|lacks?|stands?|(is|are) there"
              + "|tak(e|es|en) (it |one )?out|doors?|nowhere|pass(es|ed)? (it )?over|in silence"
              + "|of one's own|anew|for ever|wants?|in circles|by accident)\\b");

  @ParameterizedTest
  @EnumSource(Rule.class)
  void aTitleStatesTheRequirementOfAField(Rule rule) {
    String title = rule.title();
    assertTrue(title.length() <= LONGEST_TITLE, title);
    assertFalse(title.endsWith("."), title);
    assertTrue(CODE.matcher(title).find(), title);
    assertEquals(rule.severity() == Severity.ERROR, saysInProse(title, "must"), title);
    assertEquals(rule.severity() == Severity.WARNING, saysInProse(title, "should"), title);
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void aReasonIsMadeOfSentences(Rule rule) {
    assertSentences(rule.why());
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void aRemedyIsAnImperative(Rule rule) {
    assertSentences(rule.remedy());
    for (String sentence : rule.remedy().split("\\. ", -1)) {
      String first = sentence.substring(0, sentence.indexOf(' '));
      assertTrue(IMPERATIVES.contains(first), sentence);
    }
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void aTextIsPlain(Rule rule) {
    assertAll(
        List.of(rule.title(), rule.why(), rule.remedy()).stream()
            .map(text -> () -> assertPlain(text)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"RULES.md", "COVERAGE.md"})
  void theDocumentsArePlain(String file) throws IOException {
    assertAll(Files.readAllLines(Path.of(file)).stream().map(line -> () -> assertPlain(line)));
  }

  @Test
  void aRiddleIsFound() {
    for (String text : List.of("Mend it.", "who has it", "What is required is there", "lacks")) {
      assertTrue(isRiddle(text), text);
    }
    for (String text : List.of("Recommended", "the whole", "`stand: 1`", "understands")) {
      assertFalse(isRiddle(text), text);
    }
  }

  private static void assertPlain(String text) {
    assertFalse(isRiddle(text), text);
  }

  private static boolean isRiddle(String text) {
    String prose = CODE.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
    return RIDDLES.matcher(prose).find();
  }

  private static boolean saysInProse(String text, String word) {
    return CODE.matcher(text).replaceAll("").contains(" " + word + " ");
  }

  private static void assertSentences(String text) {
    assertTrue(text.endsWith("."), text);
    assertFalse(text.contains(";"), text);
    for (String sentence : CODE.matcher(text).replaceAll("`").split("\\. ", -1)) {
      char first = sentence.charAt(0);
      boolean name = sentence.startsWith("kustomize ") || sentence.startsWith("egress ");
      assertTrue(Character.isUpperCase(first) || first == '`' || name, sentence);
    }
  }
}
