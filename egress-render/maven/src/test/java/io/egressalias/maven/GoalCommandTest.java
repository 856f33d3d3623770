package io.egressalias.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class GoalCommandTest {
  @Test
  void shellSplitsTheCommandIntoItsWords() {
    String command =
        new GoalCommand("egress:generate")
            .set("egress.namespace", null)
            .set("egress.sources", "a.yaml,it's/*.yaml")
            .set("egress.split", "true")
            .toString();
    assertEquals(
        "mvn egress:generate '-Degress.sources=a.yaml,it'\\''s/*.yaml' -Degress.split=true",
        command);
  }
}
