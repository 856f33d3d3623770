package io.egressalias.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.declaration.DeclarationFormatter;
import io.egressalias.declaration.DeclarationReader;
import io.egressalias.declaration.Source;
import io.egressalias.internal.manifest.ManifestObject;
import io.egressalias.internal.text.Tree;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.EgressAliases;
import io.egressalias.object.KnownKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DeclarationTextTest {
  private static final String DECLARATION =
      """
      apiVersion: egressalias.io/v1alpha1
      kind: EgressAliases
      metadata:
        name: imported
      spec:
        platform:
          istio: none
        namespace: edge
        labels:
          aliases: aliases
        aliases:
        - name: thermostat
          labels:
            a: b
          annotations:
            text: "one\\n  aliases:\\n  - two"
          endpoints:
          - 10.31.5.40
          ports:
          - name: http
            port: 8123
        - name: store
          externalName: store.nordwind.example
      """;

  private static EgressAliases declaration() {
    return DeclarationReader.read("a.yaml", DECLARATION).orThrow().get(0);
  }

  private static String text(List<List<String>> notes) {
    EgressAliases declaration = declaration();
    List<ImportedAlias> aliases = new ArrayList<>();
    for (EgressAlias alias : declaration.aliases()) {
      aliases.add(
          new ImportedAlias(
              alias,
              new ManifestObject(
                  KnownKind.SERVICE.id(Optional.empty(), alias.name()),
                  KnownKind.SERVICE,
                  "a.yaml",
                  Tree.Mapping.empty()),
              notes.get(aliases.size())));
    }
    return DeclarationText.of(declaration, "imported", aliases);
  }

  private static void assertReadsBackAndIsFormatted(String text) {
    assertEquals(
        List.of(declaration()), DeclarationReader.read("b.yaml", text).orThrow(), () -> text);
    assertEquals(text, DeclarationFormatter.format(Source.of("b.yaml", text)).text());
  }

  @Test
  void notesAreCommentsAboveTheirAlias() {
    String text =
        text(
            List.of(
                List.of("Was `externalName: 10.31.5.40`: DNS resolves no address. (a.yaml:8)"),
                List.of("One.", "Two.")));
    assertTrue(
        text.contains(
            """
              aliases:
              # Was `externalName: 10.31.5.40`: DNS resolves no address. (a.yaml:8)
              - name: thermostat
            """),
        text);
    assertTrue(text.contains("\n  # One.\n  # Two.\n  - name: store\n"), text);
    assertReadsBackAndIsFormatted(text);
  }

  @Test
  void longNotesAreWrapped() {
    String note = "word ".repeat(60) + "x".repeat(120) + " end.";
    String text = text(List.of(List.of(note), List.of()));
    List<String> comments = text.lines().filter(line -> line.startsWith("  #")).toList();
    assertTrue(comments.size() > 3, text);
    assertTrue(comments.stream().allMatch(line -> line.length() <= 100 || line.contains("xxx")));
    assertEquals(
        note,
        String.join(" ", comments.stream().map(line -> line.substring("  # ".length())).toList()));
    assertReadsBackAndIsFormatted(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\n  - name: evil",
        "a\r- name: evil",
        "a\u0085b\u2028c\u2029d",
        "\u001b[2J ##[error]x ::error::y",
        "::error::y",
        "\uFEFF \uD800 \u202E",
        "  # a\tb  ",
        "",
        " "
      })
  void hostileNotesStayInTheirComment(String note) {
    String text = text(List.of(List.of(note), List.of(note)));
    assertReadsBackAndIsFormatted(text);
    assertEquals(text, text(List.of(List.of(note), List.of(note))));
    assertTrue(text.codePoints().noneMatch(c -> c == '\r' || c == 0x1B || c == 0x85), text);
  }

  @Test
  void textWithoutNotesIsThatOfTheWriter() {
    assertReadsBackAndIsFormatted(text(List.of(List.of(), List.of())));
  }
}
