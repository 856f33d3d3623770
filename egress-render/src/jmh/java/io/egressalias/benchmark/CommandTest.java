package io.egressalias.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CommandTest {
  @Test
  void theShellPrintsTheTimesOfAllRuns() {
    assertEquals(new Cost(0.25, 0.5, 0), Command.cost("1.000 0.375 0.125\n", 2));
    assertEquals(new Cost(0.5, 1, 0), Command.cost("1,000 0,375 0,125\n", 1));
    assertThrows(IllegalArgumentException.class, () -> Command.cost("1.000", 1));
  }

  @Test
  void aShortCommandIsRepeated() {
    assertEquals(1, Command.runs(new Cost(2, 2, 0)));
    assertEquals(1, Command.runs(new Cost(0.1, 2, 0)));
    assertEquals(3, Command.runs(new Cost(0.04, 0.04, 0)));
    assertEquals(20, Command.runs(new Cost(0, 0, 0)));
  }

  @Test
  void theOutputIsThatOfOneRun(@TempDir Path scratch) {
    Work work = new Work("echo", "");
    Command command = Command.of(work, scratch.resolve("out"), List.of("bash", "-c", "echo a"));
    assertTrue(command.measure(3).isPresent());
    assertEquals("a\n", command.text());
  }

  @Test
  void aFailureEndsTheMeasurement(@TempDir Path scratch) {
    Command command =
        Command.of(
            new Work("wrong", ""),
            scratch.resolve("out"),
            List.of("bash", "-c", "echo why >&2; exit 1"));
    IllegalStateException e = assertThrows(IllegalStateException.class, () -> command.measure(1));
    assertEquals("[bash, -c, echo why >&2; exit 1] failed: why\n", e.getMessage());
  }
}
