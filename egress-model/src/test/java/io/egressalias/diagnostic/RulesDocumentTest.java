package io.egressalias.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Checks {@code RULES.md} against the rules. */
final class RulesDocumentTest {
  private static final Path FILE = Path.of("RULES.md");

  @Test
  void rulesDocumentIsUpToDate() throws IOException {
    String current = RulesDocument.write();
    String committed = Files.exists(FILE) ? Files.readString(FILE) : "";
    if (Boolean.getBoolean("egress.update")) {
      Files.writeString(FILE, current);
    }
    assertEquals(committed, current, "-Degress.update=true writes the file again");
  }

  @Test
  void everyRuleHasOneAnchor() {
    String text = RulesDocument.write();
    for (Rule rule : Rule.values()) {
      assertEquals(2, text.split("\n### " + rule.code() + "\n", -1).length, rule.code());
      assertEquals(2, text.split("\\(#" + RulesDocument.anchor(rule) + "\\)", -1).length);
    }
  }

  @Test
  void everyFamilyHasRules() {
    Set<String> families =
        Arrays.stream(Rule.values()).map(RulesDocument::family).collect(Collectors.toSet());
    assertEquals(RulesDocument.FAMILIES.keySet(), families);
  }
}
