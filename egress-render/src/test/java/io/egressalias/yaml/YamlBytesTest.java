package io.egressalias.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.render.Manifest;
import java.io.IOException;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Tests properties of the text that a comparison of documents does not see. */
final class YamlBytesTest {
  private static final Pattern TRAILING_BLANK = Pattern.compile("[ \t]$", Pattern.MULTILINE);

  @Test
  void endsEveryLineWithLineFeed() {
    assertFalse(text().contains("\r"));
  }

  @Test
  void endsWithOneNewline() {
    assertTrue(text().endsWith("\n"));
    assertFalse(text().endsWith("\n\n"));
  }

  @Test
  void leavesNoBlanksAtTheEndOfALine() {
    assertFalse(TRAILING_BLANK.matcher(text()).find());
  }

  @Test
  void beginsEveryDocumentWithAMarker() {
    assertTrue(text().startsWith("---\n"));
    long markers = text().lines().filter(line -> line.equals("---")).count();
    assertEquals(manifests().size(), markers);
    assertFalse(text().contains("\n..."));
  }

  @Test
  void textParsesToTheTree() {
    List<Object> expected =
        manifests().stream().map(manifest -> Readers.plain(manifest.tree())).toList();
    assertEquals(expected, Readers.yaml12(text()));
    assertEquals(expected, Readers.yaml11(text()));
  }

  @Test
  void keepsTheOrderOfKeys() {
    assertEquals(
        List.of("zebra", "apple", "mango"),
        text()
            .lines()
            .map(String::strip)
            .filter(line -> line.matches("(zebra|apple|mango): .*"))
            .map(line -> line.replaceFirst(":.*", ""))
            .toList());
  }

  @Test
  void writesBlockStyleWithTwoSpaces() {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.put("kind", "Any");
    ArrayNode ports = tree.putObject("spec").putArray("ports");
    ports.addObject().put("name", "http").put("port", 80);
    ports.addObject().put("name", "80").put("open", true);
    assertEquals(
        """
        ---
        kind: Any
        spec:
          ports:
          - name: http
            port: 80
          - name: "80"
            open: true
        """,
        ManifestYaml.write(List.of(Trees.manifest(tree))));
  }

  /** At the limits of plain scalars, of unescaped characters, and of escapes. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0061 a",
        "007A z",
        "0041 A",
        "005A Z",
        "0020 \" \"",
        "007E \"~\"",
        "0000 \"%0\"",
        "0001 \"%x01\"",
        "001F \"%x1F\"",
        "007F \"%x7F\"",
        "0080 \"%x80\"",
        "0085 \"%N\"",
        "009F \"%x9F\"",
        "00A0 \"%_\"",
        "00A1 \"\u00A1\"",
        "00FF \"\u00FF\"",
        "061B \"\u061B\"",
        "061C \"%u061C\"",
        "061D \"\u061D\"",
        "1FFF \"\u1FFF\"",
        "2000 \"\u2000\"",
        "200D \"\u200D\"",
        "200E \"%u200E\"",
        "200F \"%u200F\"",
        "2010 \"\u2010\"",
        "2027 \"\u2027\"",
        "2028 \"%u2028\"",
        "2029 \"%u2029\"",
        "202A \"%u202A\"",
        "202E \"%u202E\"",
        "202F \"\u202F\"",
        "2065 \"\u2065\"",
        "2066 \"%u2066\"",
        "2069 \"%u2069\"",
        "206A \"\u206A\"",
        "D7FF \"\uD7FF\"",
        "E000 \"\uE000\"",
        "FEFE \"\uFEFE\"",
        "FEFF \"%uFEFF\"",
        "FF00 \"\uFF00\"",
        "FFFD \"\uFFFD\"",
        "FFFE \"%uFFFE\"",
        "FFFF \"%uFFFF\"",
        "10000 \"\uD800\uDC00\""
      })
  void writesACharacter(String example) {
    int blank = example.indexOf(' ');
    String text = Character.toString(Integer.parseInt(example.substring(0, blank), 16));
    // A percent sign replaces the backslash, which Java would interpret.
    String written = example.substring(blank + 1).replace('%', '\\');
    assertEquals("---\nkey: " + written + "\n", yaml("key", text));
  }

  @Test
  void writesUnambiguousStringsWithoutQuotes() {
    for (String text : List.of("aazAZ09", "a-./_z")) {
      assertEquals("---\n" + text + ": " + text + "\n", yaml(text, text));
    }
  }

  /** YAML does not accept a key of more than 1024 characters without an explicit mark. */
  @Test
  void writesALongKeyAsAnExplicitKey() {
    String key = "k".repeat(1023);
    assertEquals("---\n" + key + ": v\n", yaml(key, "v"));
    assertEquals("---\n? " + key + "k\n: v\n", yaml(key + "k", "v"));
  }

  private static String yaml(String key, String value) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    return ManifestYaml.write(List.of(Trees.manifest(tree.put(key, value))));
  }

  @Test
  void writesAnEmptyTextWithoutManifests() {
    assertEquals("", ManifestYaml.write(List.of()));
  }

  @Test
  void writesTheSameToAWriter() throws IOException {
    StringWriter writer = new StringWriter();
    ManifestYaml.write(manifests(), writer);
    assertEquals(text(), writer.toString());
  }

  private static String text() {
    return ManifestYaml.write(manifests());
  }

  private static List<Manifest> manifests() {
    Map<String, String> annotations = new LinkedHashMap<>();
    HostileStrings.all().forEach(text -> annotations.put(text, text));
    ObjectNode hostile = Trees.annotated(annotations, HostileStrings.all());
    ObjectNode shapes = JsonNodeFactory.instance.objectNode();
    shapes.put("zebra", 1).put("apple", -7).put("mango", false);
    shapes.putObject("empty");
    shapes.putArray("none");
    ArrayNode lists = shapes.putArray("lists");
    lists.addArray().add("a").add(2);
    lists.addObject().putObject("b").putArray("c").addObject().put("d", "e");
    lists.addArray();
    return List.of(Trees.manifest(hostile), Trees.manifest(shapes), Trees.manifest(hostile));
  }
}
