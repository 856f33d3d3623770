package io.egressalias.launcher;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the command in a terminal, as {@code script} provides one. */
final class TerminalIT {
  private static final String HINT = "egress: reading the declaration from the terminal; ";
  private static final String ERROR = "\u001b[1;31merror\u001b[m EGA0101: ";

  @TempDir private Path scratch = Path.of("");

  @BeforeEach
  void declare() throws IOException {
    Files.writeString(
        scratch.resolve("wrong.yaml"), "apiVersion: egressalias.io/v1alpha1\nkind: Egress\n");
  }

  @Test
  void findingsAreColoredOnATerminal() throws IOException, InterruptedException {
    assertTrue(shown("render wrong.yaml").contains(ERROR));
    assertTrue(shown("lint wrong.yaml").contains(ERROR));
    assertTrue(shown("render wrong.yaml | cat").contains(ERROR));
    assertFalse(shown("render wrong.yaml --color never").contains("\u001b"));
  }

  @Test
  void findingsInAFileAreNotColored() throws IOException, InterruptedException {
    shown("render wrong.yaml 2>err.txt");
    String err = Files.readString(scratch.resolve("err.txt"));
    assertTrue(err.contains(": error EGA0101: "), err);
    assertFalse(shown("lint wrong.yaml | cat").contains("\u001b"));
  }

  @Test
  void noColorRefusesColors() throws IOException, InterruptedException {
    String shown = shown(terminal().set("NO_COLOR", "1"), "render wrong.yaml");
    assertTrue(shown.contains(": error EGA0101: "), shown);
  }

  @Test
  void inputFromTheTerminalIsAnnounced() throws IOException, InterruptedException {
    assertTrue(shown("render >out.yaml").contains(HINT));
    assertFalse(shown("render </dev/null").contains(HINT));
    assertFalse(shown("render wrong.yaml").contains(HINT));
  }

  private String shown(String arguments) throws IOException, InterruptedException {
    return shown(terminal().unset("NO_COLOR"), arguments);
  }

  private String shown(Program terminal, String arguments)
      throws IOException, InterruptedException {
    String command = "'" + Program.launcherPath().toAbsolutePath() + "' " + arguments;
    // The end of the input is passed on as Ctrl-D.
    Program.Outcome outcome =
        terminal.with("-q", "-c", command, "/dev/null").in(scratch).run(scratch);
    return outcome.out();
  }

  private static Program terminal() {
    return Program.onPath("script").set("TERM", "xterm").set("SHELL", "/bin/sh");
  }
}
