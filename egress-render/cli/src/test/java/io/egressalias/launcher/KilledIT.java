package io.egressalias.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the command at any moment: its output is the old or the new one, and the next run deletes
 * partial files.
 */
@Tag("long")
final class KilledIT {
  /** The total number of kills; the profile {@code kills} sets a larger one. */
  private static final int KILLS = Integer.getInteger("egress.kills", 5);

  private static final int MEGABYTES = 3;

  @TempDir private Path scratch = Path.of("");

  @Test
  void killedRunLeavesACompleteFile() throws IOException, InterruptedException {
    Path output = Files.createDirectory(scratch.resolve("output"));
    kill("render -o", output, 4000, "-o", output.resolve("manifests.yaml").toString());
  }

  @Test
  void killedRunLeavesCompleteFilesInADirectory() throws IOException, InterruptedException {
    Path output = scratch.resolve("output");
    kill("render --output-dir", output, 300, "--output-dir", output.toString());
  }

  private void kill(String what, Path output, int aliases, String... to)
      throws IOException, InterruptedException {
    Path runs = Files.createDirectory(scratch.resolve("runs"));
    List<Program> versions =
        List.of(rendering(declared(1, aliases), to), rendering(declared(2, aliases), to));
    Map<String, Integer> found = new Victim(output, versions).kill(KILLS * 2 / 5, runs);
    System.out.println("Killed over `" + what + "`: " + found);
  }

  /** Both versions come from one source, standard input. */
  private static Program rendering(String file, String... to) {
    String script = "file=$1; shift; exec \"$@\" <\"$file\"";
    return Program.of(
            "sh", "-c", script, "sh", file, Program.launcherPath().toString(), "render", "-")
        .with(to);
  }

  private String declared(int version, int aliases) throws IOException {
    Path file = scratch.resolve(version + ".yaml");
    return Files.writeString(file, Versions.declaration(version, aliases)).toString();
  }

  /** Standard input is kept only in memory. */
  @Test
  void killedRunLeavesNoCopyOfStandardInput() throws IOException, InterruptedException {
    Path temporary = Files.createDirectory(scratch.resolve("temporary"));
    Process process =
        Program.launcher()
            .set("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary)
            .with("render", "-")
            .start();
    byte[] comment =
        "# what can be read once is not copied\n".repeat(1024).getBytes(StandardCharsets.UTF_8);
    for (int written = 0; written < MEGABYTES << 20; written += comment.length) {
      process.getOutputStream().write(comment);
    }
    process.destroyForcibly().waitFor();
    assertEquals(Map.of(), Directories.read(temporary));
  }
}
