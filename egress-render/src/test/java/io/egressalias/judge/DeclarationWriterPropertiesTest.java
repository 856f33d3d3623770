package io.egressalias.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.egressalias.declaration.DeclarationReader;
import io.egressalias.declaration.DeclarationWriter;
import io.egressalias.declaration.UncheckedReading;
import io.egressalias.model.EgressAliases;
import io.egressalias.yaml.Readers;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/**
 * Compares the writer of declarations with the reader, for declarations with and without errors.
 */
final class DeclarationWriterPropertiesTest {

  @Property(seed = "1601", edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void writtenDeclarationIsReadBack(@ForAll("sets") List<EgressAliases> set) {
    for (EgressAliases declaration : set) {
      String text = DeclarationWriter.write(declaration, "any");
      assertEquals(List.of(declaration), UncheckedReading.read("any.yaml", text), text);
    }
  }

  /** A rewritten declaration has the same findings, and no error of the structure. */
  @Property(seed = "1602", edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void rewrittenDeclarationHasTheSameFindings(@ForAll("sets") List<EgressAliases> set) {
    for (EgressAliases declaration : set) {
      assertEquals(
          DeclarationReader.read("any.yaml", DeclarationText.of(declaration)).diagnostics().stream()
              .map(d -> d.rule() + " " + d.path() + " " + d.message())
              .sorted()
              .toList(),
          DeclarationReader.read("any.yaml", DeclarationWriter.write(declaration, "any"))
              .diagnostics()
              .stream()
              .map(d -> d.rule() + " " + d.path() + " " + d.message())
              .sorted()
              .toList());
    }
  }

  @Property(seed = "1603", edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void readersOfYaml11And12ReadTheSameDeclaration(@ForAll("sets") List<EgressAliases> set) {
    for (EgressAliases declaration : set) {
      String text = DeclarationWriter.write(declaration, "any");
      assertEquals(Readers.yaml12(text), Readers.yaml11(text));
    }
  }

  @Provide
  Arbitrary<List<EgressAliases>> sets() {
    return DeclarationArbitraries.sets();
  }
}
