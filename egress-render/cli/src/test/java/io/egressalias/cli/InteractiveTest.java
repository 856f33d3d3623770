package io.egressalias.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The colors of findings, and what the command says if a standard stream is a terminal. */
final class InteractiveTest {
  private static final String ERROR = "\u001b[1;31merror\u001b[m EGA0301: ";

  @TempDir private Path directory = Path.of("");

  @BeforeEach
  void declare() throws IOException {
    Files.writeString(
        directory.resolve("egress.yaml"), Texts.declaration("a").replace("80", "70000"));
    Files.writeString(directory.resolve("old.yaml"), Texts.declaration("a"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "render egress.yaml",
        "lint egress.yaml",
        "check egress.yaml --against out.yaml",
        "plan --from old.yaml --to egress.yaml"
      })
  void severitiesAreColoredIfRequested(String arguments) {
    Run plain = Run.in(directory, arguments.split(" ", -1));
    assertFalse((plain.out() + plain.err()).contains("\u001b"), plain.err());
    Run colored = Run.in(directory, (arguments + " --color always").split(" ", -1));
    assertTrue((colored.out() + colored.err()).contains(ERROR), colored.err());
    assertEquals(plain.err(), colored.err().replaceAll("\u001b\\[[0-9;]*m", ""));
    assertEquals(plain.out(), colored.out().replaceAll("\u001b\\[[0-9;]*m", ""));
    assertEquals(plain, Run.in(directory, (arguments + " --color never").split(" ", -1)));
  }

  @Test
  void textOfADeclarationIsEscapedInColoredFindings() throws IOException {
    Files.writeString(
        directory.resolve("egress.yaml"), Texts.declaration("a").replace("80", "\"\\e[2J\""));
    Run run = Run.in(directory, "render", "egress.yaml", "--color", "always");
    assertFalse(run.err().contains("\u001b[2J"), run.err());
  }

  @ParameterizedTest
  @CsvSource({"'', '', true", "1, xterm, false", "'', dumb, false", "'', xterm, true"})
  void environmentCanRefuseColors(String noColor, String term, boolean expected) {
    assertEquals(expected, ColorOption.isWanted(Map.of("NO_COLOR", noColor, "TERM", term)));
  }

  @ParameterizedTest
  @CsvSource({
    "0, render, true",
    "0, render -, false",
    "0, render old.yaml, false",
    "12, render, false"
  })
  void terminalAsInputIsAnnounced(String terminals, String arguments, boolean announced) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        Egress.run(
            arguments.split(" ", -1),
            new Terminal(
                new ByteArrayInputStream(Texts.declaration("a").getBytes(StandardCharsets.UTF_8)),
                new ByteArrayOutputStream(),
                err,
                directory,
                Interactive.of(terminals)));
    assertEquals(ExitStatus.DONE, status);
    assertEquals(
        announced
            ? "egress: reading the declaration from the terminal; end with Ctrl-D, or press Ctrl-C"
                + " and pass the name of a file.\n"
            : "",
        err.toString(StandardCharsets.UTF_8));
  }
}
