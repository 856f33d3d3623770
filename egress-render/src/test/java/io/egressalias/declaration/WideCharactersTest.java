package io.egressalias.declaration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.egressalias.diagnostic.Severity;
import io.egressalias.diagnostic.Validated;
import io.egressalias.model.EgressAliases;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Surrogate pairs can be at any position of a text. */
final class WideCharactersTest {
  private static final String WIDE = "\uD83D\uDE80";

  private static final String DECLARATION =
      """
      apiVersion: egressalias.io/v1alpha1
      kind: EgressAliases
      metadata: {name: a}
      spec:
        annotations: {text: "%s"}
        aliases: [{name: a, externalName: a.org, ports: [{name: http, port: 80}], tls: {mode: DISABLE}}]
      """;

  @Test
  void wideCharacterAtEveryPlaceOfABufferIsRead() {
    for (int before = 0; before < 2100; before++) {
      assertReads("x".repeat(before) + WIDE + "x");
    }
  }

  @Test
  void textOfManyBuffersOfWideCharactersIsRead() {
    assertReads(WIDE.repeat(20_000));
    assertReads("x" + WIDE.repeat(20_000));
    assertReads((WIDE.repeat(700) + "x").repeat(20));
  }

  private static void assertReads(String text) {
    Validated<List<EgressAliases>> read =
        DeclarationReader.read("a.yaml", DECLARATION.formatted(text));
    assertFalse(read.has(Severity.ERROR), () -> read.diagnostics().toString());
    assertEquals(text, read.orThrow().get(0).annotations().get("text"));
  }
}
