package io.egressalias.declaration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import io.egressalias.model.EgressAliases;
import io.egressalias.yaml.HostileStrings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FilledDocumentTest {
  private static final String DECLARED =
      """
      apiVersion: egressalias.io/v1alpha1
      kind: EgressAliases
      metadata: {name: a}
      spec:
        platform: {kubernetes: "1.34", istio: "${ISTIO}"}
        namespace: ${NAMESPACE}
        annotations: {note: "${NOTE}"}
        aliases:
        - name: payments
          externalName: ${HOST}
          ports: [{name: http, port: "${PORT}"}]
          tls: {mode: "${MODE}"}
      """;

  /** Also the text of a declaration in which each of these values is written. */
  private static final Map<String, String> VALUES =
      Map.of(
          "ISTIO", "1.27",
          "NAMESPACE", "shop",
          "NOTE", "a note",
          "HOST", "payments.example.com",
          "PORT", "8080",
          "MODE", "DISABLE");

  @Test
  void valuesAreReadAsIfWrittenInTheDeclaration() {
    String written = DECLARED.replace("\"${PORT}\"", "8080");
    for (Map.Entry<String, String> value : VALUES.entrySet()) {
      written = written.replace("${" + value.getKey() + "}", value.getValue());
    }
    assertEquals(read(written, Map.of()), read(DECLARED, VALUES));
    assertEquals(List.of(), errors(DECLARED, VALUES));
  }

  /** In place of a text every value is a text, as if in quotes. */
  @ParameterizedTest
  @ValueSource(strings = {"1.27", "true", "null", "0x1F", "", "~", "{a: b}", "2024-01-01", "#"})
  void textStaysAText(String value) {
    assertEquals(value, note(value));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x ${A} y ${B}| x 1 y 2",
        "${A}${B}| 12",
        "$${A}| ${A}",
        "$$${A}| $${A}",
        "$A $ ${A}$| $A $ 1$",
        "a$$b| a$$b",
        "$${ ${A}| ${ 1",
        "${C}| ${A}"
      })
  void partsAreReplaced(String text, String expected) {
    String declared = DECLARED.replace("${NOTE}", text);
    Map<String, String> values = with(Map.of("A", "1", "B", "2", "C", "${A}"));
    assertEquals(expected, read(declared, values).get(0).annotations().get("note"));
  }

  @Test
  void keysAreNotReplaced() {
    String declared = DECLARED.replace("note:", "\"${NOTE}\":");
    Diagnostic finding = errors(declared, VALUES).get(0);
    assertEquals(Rule.ANNOTATION_KEY, finding.rule());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PORT| 70000| EGA0301| 70000",
        "PORT| ' 80'| EGA0104| the string ` 80`",
        "PORT| [80]| EGA0104| the string `[80]`",
        "HOST| a_b.example.com| EGA0501| a_b.example.com",
        "HOST| <HOST>| EGA0501| <HOST>",
        "MODE| Simple| EGA0107| Simple",
        "ISTIO| none of them| EGA0803| none of them",
        "NAMESPACE| Shop| EGA0202| Shop"
      })
  void refusedValueIsShown(String name, String value, String rule, String shown) {
    List<Diagnostic> found = errors(DECLARED, with(Map.of(name, value)));
    assertEquals(1, found.size(), found::toString);
    assertEquals(rule, found.get(0).rule().code());
    assertTrue(found.get(0).message().contains(shown), found::toString);
    assertFalse(found.get(0).message().contains("not filled in"), found::toString);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "${HOTS}| the variable `HOTS` has no value|"
            + " Write `${HOST}`, or add the line `HOTS=httpbin.org` to the file of `--env-file`, or"
            + " run the command with `--substitute` and with `HOTS` in its environment",
        "${ELSE}.example.com| the variable `ELSE` has no value|"
            + " Add the line `ELSE=value` to the file of `--env-file`, or run the"
            + " command with `--substitute` and with `ELSE` in its environment",
        "${HOST:-x}| a default value of a variable is not supported, found `${HOST:-x}`|"
            + " Write a variable such as `${HOST}`, or write `$${` for the text `${`",
        "${a b}| expected the name of a variable in `${}`, found `a b`|"
            + " Write a variable such as `${HOST}`, or write `$${` for the text `${`",
        "${HOST| expected `}` after the name of a variable, found `${HOST`|"
            + " Write a variable such as `${HOST}`, or write `$${` for the text `${`"
      })
  void variableWithoutAValueIsAFindingWithItsPlace(String text, String message, String remedy) {
    List<Diagnostic> found = errors(DECLARED.replace("${HOST}", text), VALUES);
    assertEquals(1, found.size(), found::toString);
    assertEquals(Rule.VARIABLE, found.get(0).rule());
    assertEquals("a.yaml:10:19", found.get(0).location().orElseThrow().toString());
    assertEquals(message, found.get(0).message());
    assertEquals(remedy, found.get(0).remedy());
  }

  @Test
  void everyVariableWithoutAValueIsAFinding() {
    List<Diagnostic> found = errors(DECLARED, Map.of());
    assertEquals(6, found.size(), found::toString);
    assertEquals(
        Set.of(Rule.VARIABLE), found.stream().map(Diagnostic::rule).collect(Collectors.toSet()));
  }

  /** A value that an override replaces needs no variable. */
  @Test
  void overrideReplacesAVariableWithoutAValue() {
    Overrides overrides =
        Overrides.none()
            .with("platform.istio", "1.27")
            .with("namespace", "shop")
            .with("annotations.note", "a note")
            .with("aliases.payments.externalName", "payments.example.com")
            .with("aliases.payments.ports.http.port", "8080")
            .with("aliases.payments.tls.mode", "DISABLE");
    Source source = Source.of("a.yaml", DECLARED);
    Assumptions filled = Assumptions.none().filling(Map.of());
    assertEquals(read(DECLARED, VALUES), UncheckedReading.read(source, filled, overrides));
    assertFalse(
        DeclarationReader.readEach(List.of(List.of(source)), filled, overrides)
            .get(0)
            .diagnostics()
            .stream()
            .anyMatch(each -> each.rule() == Rule.VARIABLE));
  }

  @Test
  void hostileValuesChangeNoStructure() {
    for (String value : HostileStrings.all()) {
      assertChangesTheNoteOnly(value);
    }
  }

  @Property(tries = 500)
  void valuesChangeNoStructure(@ForAll String value) {
    assertChangesTheNoteOnly(value);
  }

  private static void assertChangesTheNoteOnly(String value) {
    assertEquals(value, note(value));
    EgressAliases plain = read(DECLARED, VALUES).get(0);
    EgressAliases hostile = read(DECLARED, with(Map.of("NOTE", value))).get(0);
    assertEquals(plain.aliases(), hostile.aliases());
    assertEquals(plain.platform(), hostile.platform());
    assertEquals(plain.annotations().keySet(), hostile.annotations().keySet());
    for (Diagnostic error : errors(DECLARED, with(Map.of("NOTE", value)))) {
      assertEquals("spec.annotations.note", error.path().toString());
    }
  }

  @Test
  void usedVariablesAreThoseOfTheText() {
    Assumptions filled = Assumptions.none().filling(Map.of("A", "1", "B", "2"));
    assertEquals("A=1:1\n", filled.variablesIn("# ${ \na: ${A}\nb: $${B}"));
    assertEquals("A=1:1\nB=1:2\n", filled.variablesIn("a: \"\\u0024{B}\""));
    assertEquals("", Assumptions.none().variablesIn("${A}"));
  }

  private static String note(String value) {
    EgressAliases read = read(DECLARED, with(Map.of("NOTE", value))).get(0);
    return String.valueOf(read.annotations().get("note"));
  }

  private static Map<String, String> with(Map<String, String> more) {
    Map<String, String> values = new HashMap<>(VALUES);
    values.putAll(more);
    return values;
  }

  private static List<EgressAliases> read(String text, Map<String, String> values) {
    return UncheckedReading.read(
        Source.of("a.yaml", text), Assumptions.none().filling(values), Overrides.none());
  }

  private static List<Diagnostic> errors(String text, Map<String, String> values) {
    return DeclarationReader.read(
            List.of(Source.of("a.yaml", text)), Assumptions.none().filling(values))
        .diagnostics()
        .stream()
        .filter(each -> each.severity() == Severity.ERROR)
        .toList();
  }
}
