package io.egressalias.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Compares the writer with the emitter of the YAML library. */
final class BlockWriterPropertiesTest {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int DEEPEST = 4;
  private static final int WIDEST = 4;
  private static final int LONGEST = 12;
  private static final String SIGNS = "abzAZ019_.:/-~ \t\n\"'\\#&*!|>%@`[]{},?=<\u0085\u00A0é😀";

  @Property(seed = "1101")
  void blockWriterWritesTheBytesOfTheEngine(@ForAll("objects") ObjectNode tree) {
    // Commands to a CI runner are escaped.
    String expected = EngineEmitter.write(tree).replace("##[", "##\\x5B");
    String written = ManifestYaml.write(List.of(Trees.manifest(tree)));
    assertEquals(expected, written);
    assertEquals(List.of(Readers.plain(tree)), Readers.yaml12(written), written);
  }

  @Provide
  Arbitrary<ObjectNode> objects() {
    return objects(DEEPEST);
  }

  private static Arbitrary<ObjectNode> objects(int depth) {
    return Arbitraries.maps(keys(), nodes(depth - 1))
        .ofMinSize(1)
        .ofMaxSize(WIDEST)
        .map(
            entries -> {
              ObjectNode object = NODES.objectNode();
              object.setAll(entries);
              return object;
            });
  }

  private static Arbitrary<JsonNode> nodes(int depth) {
    Arbitrary<JsonNode> leaves =
        Arbitraries.oneOf(
            strings().map(NODES::stringNode),
            Arbitraries.integers().map(NODES::numberNode),
            Arbitraries.of(true, false).map(NODES::booleanNode),
            Arbitraries.create(NODES::objectNode),
            Arbitraries.create(NODES::arrayNode));
    return depth == 0
        ? leaves
        : Arbitraries.oneOf(
            leaves,
            objects(depth).map(JsonNode.class::cast),
            nodes(depth - 1)
                .list()
                .ofMinSize(1)
                .ofMaxSize(WIDEST)
                .map(
                    items -> {
                      ArrayNode array = NODES.arrayNode();
                      array.addAll(items);
                      return array;
                    }));
  }

  /** The library writes an empty key, or a key of several lines, on a separate line. */
  private static Arbitrary<String> keys() {
    return strings()
        .filter(key -> !key.isEmpty() && key.chars().noneMatch(c -> c == '\n' || c == '\u0085'));
  }

  private static Arbitrary<String> strings() {
    int[] signs = SIGNS.codePoints().toArray();
    return Arbitraries.integers()
        .between(0, signs.length - 1)
        .list()
        .ofMaxSize(LONGEST)
        .map(
            indices -> {
              StringBuilder text = new StringBuilder();
              indices.forEach(i -> text.appendCodePoint(signs[i]));
              return text.toString();
            });
  }
}
