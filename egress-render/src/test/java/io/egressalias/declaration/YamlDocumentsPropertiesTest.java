package io.egressalias.declaration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.internal.text.Positions;
import io.egressalias.internal.text.Tree;
import io.egressalias.internal.text.YamlDocument;
import io.egressalias.internal.text.YamlDocuments;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A text is split into its documents, and parts without a document are skipped. */
final class YamlDocumentsPropertiesTest {

  /** Each part is in the text, at its line number, after the previous part. */
  @Property(tries = 5_000, seed = "1102")
  void partsAreAtTheirLines(@ForAll("texts") String text) {
    int from = 0;
    for (YamlDocument chunk : YamlDocuments.of(text)) {
      int at = text.indexOf(chunk.text(), from);
      while (at >= 0 && Positions.after(text.substring(0, at), 1).line() < chunk.line()) {
        at = text.indexOf(chunk.text(), at + 1);
      }
      assertTrue(at >= 0, () -> chunk + " in " + text);
      assertEquals(chunk.line(), Positions.after(text.substring(0, at), 1).line());
      from = at + chunk.text().length();
    }
  }

  /** A skipped part parses to no document, or to null documents. */
  @Property(tries = 20_000, seed = "1103")
  void skippedPartsHaveNoDeclaration(@ForAll("nulls") String text) {
    if (YamlDocuments.of(text).isEmpty()) {
      YamlDocumentReader.Read read = YamlDocumentReader.read(new YamlDocument(text, 1));
      assertEquals(List.of(), read.problems(), text);
      for (Tree tree : read.documents()) {
        assertTrue(tree instanceof Tree.Scalar scalar && scalar.isNull(), text);
      }
    }
  }

  /** Parsing each of them would take most of the time for such a text. */
  @Property(tries = 1)
  void nullDocumentsAreSkippedWithoutAParser() {
    assertEquals(List.of(), YamlDocuments.of("--- ~\n---\nnull\n".repeat(100_000)));
  }

  @Provide
  Arbitrary<String> nulls() {
    return Arbitraries.of("---", "---", "#", "~", "~", "null", "nul", " ", "\n", "\n", "\r\n", "\r")
        .list()
        .ofMaxSize(8)
        .map(words -> String.join("", words));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "---", "...", "-", ".", "#", "%YAML 1.2", " ", "\t", "a: b", "\n", "\n", "\r\n", "\r")
        .list()
        .ofMaxSize(24)
        .map(words -> String.join("", words));
  }
}
