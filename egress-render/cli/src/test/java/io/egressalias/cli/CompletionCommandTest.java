package io.egressalias.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CompletionCommandTest {
  private static final String COMPLETE =
      """
      source "$1"
      compopt() { :; } # there is none outside of a completion
      COMP_WORDS=(egress $2); COMP_CWORD=${#COMP_WORDS[@]}; COMP_WORDS+=("$3")
      COMP_LINE="${COMP_WORDS[*]}"; COMP_POINT=${#COMP_LINE}
      _complete_egress
      echo "${COMPREPLY[@]}"
      """;

  @TempDir private Path directory = Path.of("");

  @ParameterizedTest
  @CsvSource({
    "'', re, render",
    "render, --ou, --output --output-dir",
    "lint --format, s, sarif",
    "check, --ag, --against",
    "check --color, al, always",
    "'', he, help",
    "explain, EGA030, EGA0301 EGA0302",
    "explain, spec.aliases.tls.m, spec.aliases.tls.mode"
  })
  void bashScriptCompletes(String before, String word, String expected)
      throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "skipped: there is no /bin/bash");
    Path script = directory.resolve("egress.bash");
    Files.writeString(script, Run.in(directory, "completion", "bash").out());
    Process bash =
        new ProcessBuilder("/bin/bash", "-c", COMPLETE, "-", script.toString(), before, word)
            .redirectErrorStream(true)
            .start();
    String reply = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, bash.waitFor(), reply);
    List<String> words = List.of(reply.strip().split(" +", -1));
    assertTrue(words.containsAll(List.of(expected.split(" "))), reply);
  }

  @Test
  void fishScriptHasEveryVerbAndOption() {
    String script = Run.in(directory, "completion", "fish").out();
    assertTrue(
        script.contains("complete -c egress -n '__fish_use_subcommand' -f -a render -d 'Renders"),
        script);
    assertTrue(
        script.contains(
            "-n '__fish_seen_subcommand_from lint' -l format -r -f -a 'text json sarif github'"),
        script);
    assertTrue(
        script.contains("-n '__fish_seen_subcommand_from explain' -f -a 'EGA0001 EGA0002 "),
        script);
    assertTrue(script.contains(" spec.aliases.tls.mode "), script);
    assertTrue(script.contains(" -f -a help -d 'Prints the help of a command.'"), script);
    script.lines().forEach(line -> assertEquals(0, quotes(line) % 2, line));
  }

  private static long quotes(String line) {
    return line.replace("\\'", "").chars().filter(c -> c == '\'').count();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tcsh", ""})
  void unknownShellIsWrongUsage(String shell) {
    Run run = Run.in(directory, "completion", shell);
    assertEquals(ExitStatus.FAILURE, run.status());
    assertTrue(run.err().contains("bash, zsh, fish"), run.err());
  }
}
