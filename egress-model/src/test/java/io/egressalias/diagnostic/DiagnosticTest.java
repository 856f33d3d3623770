package io.egressalias.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DiagnosticTest {
  private static final FieldPath NAME =
      FieldPath.of("spec", "aliases").index(0).key("ports").index(1).key("name");
  private static final Diagnostic ERROR =
      Diagnostic.of(Rule.MISSING_FIELD, 0, NAME, "expected `name`, found none", "Add it");

  @Test
  void toStringIsOneLine() {
    assertEquals(
        "error EGA0105: spec.aliases[0].ports[1].name: expected `name`, found none. Add it.",
        ERROR.toString());
    assertEquals(
        "a.yaml:3:5: error EGA0105: spec.aliases[0].ports[1].name: expected `name`, found none."
            + " Add it.",
        ERROR.at(new SourceLocation("a.yaml", 3, 5)).toString());
  }

  @Test
  void pathIsPrintedAsAPersonWritesIt() {
    assertEquals("", FieldPath.root().toString());
    assertEquals("spec", FieldPath.of("spec").toString());
    assertEquals("spec.aliases[0].ports[1].name", NAME.toString());
    assertEquals(
        "spec.labels[example.com/team]",
        FieldPath.of("spec", "labels").key("example.com/team").toString());
  }

  /** Only a plain word follows a dot; other keys are in brackets. */
  @ParameterizedTest
  @CsvSource({
    "a, spec.a", "z, spec.z", "A, spec.A", "Z, spec.Z", "a0, spec.a0", "a9z, spec.a9z",
    "'', spec[]", "0a, spec[0a]", "a/, spec[a/]", "a:, spec[a:]", "a@, spec[a@]", "'a[', spec[a[]",
    "a`, spec[a`]", "a{, spec[a{]", "a-b, spec[a-b]"
  })
  void pathPutsUnusualKeysInBrackets(String key, String path) {
    assertEquals(path, FieldPath.of("spec", key).toString());
  }

  /** Counts characters, not surrogates. */
  @Test
  void longTextIsShortened() {
    String longest = "\uD83D\uDE00".repeat(60);
    assertEquals(longest, Quoted.shortened(longest));
    assertEquals(longest + "… (61 characters)", Quoted.shortened(longest + "x"));
  }

  @Test
  void pathContainsPathsBelowIt() {
    assertTrue(FieldPath.root().contains(NAME));
    assertTrue(FieldPath.of("spec", "aliases").contains(NAME));
    assertTrue(NAME.contains(NAME));
    assertFalse(NAME.contains(FieldPath.of("spec")));
    assertFalse(FieldPath.of("spec", "aliases").index(1).contains(NAME));
  }

  @Test
  void locationsAreOrderedByFileLineAndColumn() {
    List<String> ordered = List.of("a:1:2", "a:2:1", "a:2:10", "a:10:1", "b:1:1");
    assertEquals(
        ordered,
        Stream.of(
                new SourceLocation("b", 1, 1),
                new SourceLocation("a", 10, 1),
                new SourceLocation("a", 2, 10),
                new SourceLocation("a", 2, 1),
                new SourceLocation("a", 1, 2))
            .sorted()
            .map(SourceLocation::toString)
            .toList());
  }

  @Test
  void orThrowThrowsAllFindingsIfOneIsAnError() {
    Diagnostic warning =
        Diagnostic.of(Rule.TLS_LEFT_OPEN, 0, NAME, "clear text leaves", "Say that it may");
    Validated<String> broken = Validated.of("value", List.of(warning, ERROR));
    InvalidDeclarationException thrown =
        assertThrows(InvalidDeclarationException.class, broken::orThrow);
    assertEquals(List.of(warning, ERROR), thrown.diagnostics());
    assertEquals(ERROR.toString(), thrown.getMessage());
    assertTrue(broken.has(Severity.ERROR));
    assertTrue(broken.has(Severity.INFO));
    assertEquals(Optional.empty(), broken.valid());
    assertFalse(broken.toString().contains("value=value"), broken::toString);
  }

  @Test
  void aFindingCanBeLessSevereIfItsRuleAllowsIt() {
    Diagnostic error =
        Diagnostic.of(Rule.PROTOCOL_UNKNOWN, 0, NAME, "expected a prefix", "Write `tcp-x`");
    Diagnostic warning = error.withSeverity(Severity.WARNING);
    assertEquals(Severity.ERROR, error.severity());
    assertEquals(Severity.WARNING, warning.severity());
    assertEquals(
        "warning EGA0401: spec.aliases[0].ports[1].name: expected a prefix. Write `tcp-x`.",
        warning.toString());
    assertEquals(warning, warning.withSeverity(Severity.WARNING));
    assertNotEquals(error, warning);
    assertTrue(Validated.of("value", List.of(warning)).valid().isPresent());
    assertThrows(
        IllegalArgumentException.class, () -> ERROR.withSeverity(Severity.WARNING), "one severity");
  }

  @Test
  void mapKeepsErrorsAndNoValue() {
    Validated<Integer> length = Validated.of("value", List.of(ERROR)).map(String::length);
    assertEquals(Optional.empty(), length.valid());
    assertEquals(List.of(ERROR), length.diagnostics());
    assertThrows(InvalidDeclarationException.class, length::orThrow);
  }

  @Test
  void validValueIsReturned() {
    Validated<String> sound = Validated.of("value", List.of());
    assertEquals("value", sound.orThrow());
    assertEquals(Optional.of("value"), sound.valid());
    assertEquals(5, sound.map(String::length).orThrow());
    assertFalse(sound.has(Severity.INFO));
  }

  @Test
  void findingsAreSerializedWithTheException() throws Exception {
    Diagnostic placed = ERROR.at(new SourceLocation("egress.yaml", 3, 7));
    Diagnostic ofDocument =
        Diagnostic.of(Rule.TLS_LEFT_OPEN, 2, FieldPath.root(), "clear text leaves", "Say so");
    Diagnostic lesser =
        Diagnostic.of(Rule.PROTOCOL_UNKNOWN, 0, NAME, "expected a prefix", "Write `tcp-x`")
            .withSeverity(Severity.WARNING);
    List<Diagnostic> found = List.of(ERROR, placed, ofDocument, lesser);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(new InvalidDeclarationException(found));
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      InvalidDeclarationException read = (InvalidDeclarationException) in.readObject();
      assertEquals(found, read.diagnostics());
      assertEquals(new InvalidDeclarationException(found).getMessage(), read.getMessage());
    }
  }
}
