package io.egressalias.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Rule;
import io.egressalias.internal.krm.FunctionOutput;
import io.egressalias.internal.krm.ResourceListFunction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;

/** For any input, the function returns a list or findings. */
final class ResourceListFuzzTest {
  private static final Tally TALLY = new Tally("resource-list");

  @FuzzTest
  void functionNeverThrows(byte[] bytes) {
    TALLY.execution();
    Effort.bounded(() -> run(new String(bytes, StandardCharsets.UTF_8)));
  }

  private static void run(String input) {
    FunctionOutput output = ResourceListFunction.run(input);
    for (Diagnostic finding : output.diagnostics()) {
      Places.checkWords(finding);
      assertTrue(isOfTheWhole(finding) || isPlaced(finding), finding::toString);
    }
    if (isRefused(output)) {
      assertEquals("", output.text());
    } else {
      assertTrue(!isRefused(ResourceListFunction.run(output.text())), output.text());
    }
    if (!output.failed() && !input.contains("EgressAliasesTransform")) {
      TALLY.rendered();
    }
  }

  @AfterAll
  static void count() throws IOException {
    TALLY.print();
  }

  private static boolean isRefused(FunctionOutput output) {
    return output.diagnostics().stream().anyMatch(ResourceListFuzzTest::isOfTheWhole);
  }

  private static boolean isOfTheWhole(Diagnostic finding) {
    return finding.rule() == Rule.RESOURCE_LIST;
  }

  /** A place is a line and column in the configuration, or the name of an item. */
  private static boolean isPlaced(Diagnostic finding) {
    return finding.location().isPresent() || !finding.path().steps().isEmpty();
  }
}
