package io.egressalias.declaration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DeclarationFormatterTest {
  private static final String HEADER =
      """
      apiVersion: egressalias.io/v1alpha1
      kind: EgressAliases
      metadata:
        name: any
      """;

  @Test
  void commentsStayWithTheirFields() {
    assertFormatted(
        """
        # License

        apiVersion: egressalias.io/v1alpha1
        kind: EgressAliases # the kind
        metadata: # metadata
          name: any # the name
        spec:
          # the platform
          platform: {kubernetes: "1.34", istio: "1.27"}

          # the aliases
          aliases:
          # first
          # its name
          - name: a
            externalName: httpbin.org # the host
            ports:
            - {name: http, port: 80}
              # - {name: tls, port: 443}
            tls: {mode: DISABLE}
            unknown: 1
          # second
          - name: b
            endpoints:
            - 10.0.0.1 # the first address
            - "10.0.0.2"
          # - name: c
        # the end
        """,
        """
        # License

        kind:   EgressAliases   # the kind
        apiVersion: 'egressalias.io/v1alpha1'
        metadata:    # metadata
            name: "any"   # the name
        spec:


            # the aliases
            aliases:
              # first
              - externalName: "httpbin.org"   # the host
                unknown: 1
                # its name
                name: a
                ports:
                - {port: 80,
                   name: http}
                  # - {name: tls, port: 443}
                tls: {"mode": DISABLE}
              # second
              -   name: b
                  endpoints: [10.0.0.1, # the first address
                     '10.0.0.2']
              # - name: c

            # the platform
            platform: {istio: "1.27", kubernetes: '1.34'}
        # the end
        """);
  }

  @Test
  void commentsAtTheEndOfAListAreNotThoseOfTheNextField() {
    assertFormatted(
        HEADER
            + """
            spec:
              aliases:
              - name: a
                endpoints:
                - 10.0.0.1
                  # - 10.0.0.2
                # the ports
                ports:
                - {name: http, port: 80}
            """,
        HEADER
            + """
            spec:
              aliases:
              - name: a
                # the ports
                ports:
                - {name: http, port: 80}
                endpoints:
                - 10.0.0.1
                # - 10.0.0.2
            """);
  }

  @Test
  void longValuesInFlowStyleBecomeBlocks() {
    String name = "a".repeat(60);
    assertFormatted(
        HEADER
            + """
            spec:
              aliases:
              - name: a
                labels:
                  first: %1$s
                  second: %1$s
                ports: [{name: http, port: 80}]
            """
                .formatted(name),
        HEADER
            + """
            spec: {aliases: [{name: a, ports: [{name: http, port: 80}], labels: {first: %1$s, second: %1$s}}]}
            """
                .formatted(name));
  }

  @Test
  void blockScalarsKeepTheirLines() {
    String text =
        HEADER
            + """
              annotations:
                a: | # a script
                  exec:
                    path: egress

                  end
                b: >-
                  folded
                  text
            spec:
              aliases: []
            """;
    assertFormatted(text, text);
    assertFormatted(
        text,
        text.replace("      exec", "          exec")
            .replace("        path", "            path")
            .replace("      end", "          end"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'no' | \"no\"",
        "no | \"no\"",
        "'shop' | shop",
        "\"\\x41\" | A",
        "'1.27' | \"1.27\"",
        "1.27 | 1.27",
        "10.0.0.1 | 10.0.0.1",
        "'10.0.0.1' | \"10.0.0.1\"",
        "12:30 | \"12:30\"",
        "0o17 | 0o17",
        "a b | a b",
        "~ | ~",
        "&x a | &x a"
      })
  void quotesAreWrittenWhereAReaderNeedsThem(String written, String canonical) {
    String text = HEADER + "spec:\n  namespace: ";
    assertFormatted(text + canonical + "\n", text + written + "\n");
  }

  @Test
  void anchorsAreKept() {
    String text =
        HEADER
            + """
            spec:
              aliases:
              - name: a
                tls: &tls {mode: SIMPLE}
              - &b
                name: b
                tls: *tls
              - *b
            """;
    assertFormatted(text, text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spec:\n  aliases: &x []\n  platform: *x\n",
        "spec:\n  namespace: !!str a\n",
        "spec:\n  &k namespace: a\n",
        "spec:\n  ? \n  : a\n"
      })
  void whatCannotBeWrittenIsRefused(String spec) {
    String text = HEADER + spec;
    FormattedText formatted = DeclarationFormatter.format(Source.of("any.yaml", text));
    assertEquals(List.of(), formatted.findings());
    assertEquals(1, formatted.refusals().size());
    assertTrue(formatted.refusals().get(0).startsWith("any.yaml:"), formatted.refusals()::toString);
    assertEquals(text, formatted.text());
  }

  @Test
  void otherDocumentsAreLeftByteForByte() {
    String other = "# above\n---\napiVersion:   v1\r\nkind:  'Service'\r\n# below\n";
    assertEquals(other, DeclarationFormatter.format(Source.of("x", other)).text());
    String declaration = HEADER + "spec:\n  aliases: []\n";
    assertFormatted(
        other + "---\n" + declaration + "---\n" + declaration + other.substring(8),
        other
            + "--- # marker\n".replace(" # marker", "")
            + declaration.replace(": ", ":   ")
            + "...\n"
            + declaration.replace("\n", "\r\n")
            + other.substring(8));
    assertFormatted(declaration + "---\n# end\n", declaration + "...\n# end\n");
  }

  @Test
  void unreadableTextIsNotChanged() {
    String text = HEADER + "spec: [\n---\n" + HEADER + "spec:   {}\n";
    FormattedText formatted = DeclarationFormatter.format(Source.of("x", text));
    assertEquals(1, formatted.findings().size());
    assertEquals(text, formatted.text());
    Source source = Source.decode("x", new byte[] {'a', (byte) 0xff});
    assertFalse(DeclarationFormatter.format(source).isFormatted());
  }

  static List<Path> texts() throws IOException {
    List<Path> texts = new ArrayList<>();
    for (String root :
        List.of("src/test/resources/cases", "../egress-model/src/main/resources", "../examples")) {
      try (Stream<Path> files = Files.walk(Path.of(root))) {
        files.filter(DeclarationFormatterTest::isText).sorted().forEach(texts::add);
      }
    }
    return texts;
  }

  private static boolean isText(Path file) {
    return file.toString().endsWith(".yaml") && file.toFile().length() < 100_000;
  }

  @ParameterizedTest
  @MethodSource("texts")
  void formattedTextsAreInCanonicalFormAndReadTheSame(Path file) throws IOException {
    Source source = Source.decode(file.toString(), Files.readAllBytes(file));
    FormattedText formatted = DeclarationFormatter.format(source);
    String text = formatted.text();
    if (!formatted.isFormatted()) {
      assertEquals(source.text(), text);
      return;
    }
    assertEquals(text, DeclarationFormatter.format(Source.of(file.toString(), text)).text());
    assertEquals(rules(source), rules(Source.of(file.toString(), text)));
  }

  private static List<String> rules(Source source) {
    return DeclarationReader.read(List.of(source), Assumptions.none()).diagnostics().stream()
        .map(finding -> finding.rule().code())
        .sorted()
        .toList();
  }

  private static void assertFormatted(String canonical, String text) {
    FormattedText formatted = DeclarationFormatter.format(Source.of("any.yaml", text));
    assertEquals(List.of(), formatted.refusals());
    assertEquals(List.of(), formatted.findings());
    assertEquals(canonical, formatted.text());
    byte[] again = canonical.getBytes(StandardCharsets.UTF_8);
    assertEquals(canonical, DeclarationFormatter.format(Source.decode("any.yaml", again)).text());
  }
}
