package io.egressalias.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.node.ObjectNode;

/** Tests the properties of {@link ScalarsTest} for random strings. */
final class ScalarsPropertiesTest {
  private static final int LONGEST = 100;
  private static final String YAML = "0123456789_.:eExXobB+-~yYnNtT #'\"\\!&*[]{},|>%@`=<?\n\r\t ";

  @Property(tries = 3_000, seed = "1101")
  void everyReaderReadsTheSameString(
      @ForAll("strings") String key, @ForAll("strings") String value) {
    ObjectNode tree = Trees.annotated(Map.of(key, value), List.of(value, key));
    String yaml = ManifestYaml.write(List.of(Trees.manifest(tree)));
    List<Object> expected = List.of(Readers.plain(tree));
    assertEquals(expected, Readers.yaml11(yaml), yaml);
    assertEquals(expected, Readers.yaml12(yaml), yaml);
  }

  /** Any characters, with a preference for those with a meaning in YAML; no unpaired surrogates. */
  @Provide
  Arbitrary<String> strings() {
    Arbitrary<Integer> any =
        Arbitraries.integers()
            .between(0, Character.MAX_CODE_POINT)
            .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE);
    Arbitrary<Integer> low = Arbitraries.integers().between(0, 0xFF);
    Arbitrary<Integer> yaml =
        Arbitraries.integers().between(0, YAML.length() - 1).map(i -> (int) YAML.charAt(i));
    return Arbitraries.oneOf(
            List.of(yaml.list(), low.list(), any.list()).stream()
                .map(list -> list.ofMaxSize(LONGEST))
                .toList())
        .map(ScalarsPropertiesTest::string);
  }

  private static String string(List<Integer> codePoints) {
    StringBuilder text = new StringBuilder();
    codePoints.forEach(text::appendCodePoint);
    return text.toString();
  }
}
