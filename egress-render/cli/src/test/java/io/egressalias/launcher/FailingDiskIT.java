package io.egressalias.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On a full or read-only disk existing files stay complete, and the message has a remedy. */
@Tag("long")
final class FailingDiskIT {
  private static final String SMALL_DISK =
      """
      mount -t tmpfs -o size=64k none "$1" && cd "$1" || exit 99
      egress=$2 small=$3 big=$4
      """;

  /** Directories without write permission for one process, or for all. */
  private static final String NO_ROOM =
      "there is no room left. Delete something, or write elsewhere";

  private static final String NOT_WRITABLE =
      "the directory cannot be written to. Check its permissions, and how it is mounted";

  @TempDir private Path scratch = Path.of("");

  private Path disk = Path.of("");
  private Path small = Path.of("");
  private Path big = Path.of("");

  @BeforeEach
  void declare() throws IOException {
    disk = Files.createDirectory(scratch.resolve("disk"));
    small = Files.writeString(scratch.resolve("small.yaml"), Versions.declaration(1, 1));
    big = Files.writeString(scratch.resolve("big.yaml"), Versions.declaration(1, 600));
  }

  private Program.Outcome onSmallDisk(String script) throws IOException, InterruptedException {
    return Confined.mounting(
            SMALL_DISK + script,
            disk.toString(),
            Program.launcherPath().toString(),
            small.toString(),
            big.toString())
        .run(scratch);
  }

  private static void assertTold(String message, String err) {
    assertEquals("egress: " + message + ".\n", err);
  }

  @Test
  void fileIsUnchangedIfTheDiskIsFull() throws IOException, InterruptedException {
    Program.Outcome outcome =
        onSmallDisk(
            """
            echo old >out.yaml
            $egress render -o out.yaml $big; echo $?
            $egress render -o new.yaml $big 2>/dev/null; echo $?
            cat out.yaml; ls -A
            """);
    assertEquals("2\n2\nold\nout.yaml\n", outcome.out(), outcome.err());
    assertTold("cannot write `out.yaml`: " + NO_ROOM, outcome.err());
  }

  /** The files that fit are complete and in the index; a second run writes the rest. */
  @Test
  void directoryHasOnlyCompleteFilesIfTheDiskIsFull() throws IOException, InterruptedException {
    Program.Outcome outcome =
        onSmallDisk(
            """
            $egress render --output-dir out - <$small
            # More than 64 KiB, so that no run gets through.
            $egress render --output-dir out - <$big; echo $?
            ls -A out | grep -c tmp
            for file in out/*.yaml; do
              tail -n 1 "$file" | grep -qE '(mode: DISABLE|port: 80)$' || echo "half: $file"
              grep -q "^${file#out/} " out/egress-files.txt || echo "unknown: $file"
            done
            mount -o remount,size=32m "$1"
            $egress render --output-dir out - <$big; echo $?
            ls -A out | wc -l; wc -l <out/egress-files.txt
            """);
    assertEquals("2\n0\n0\n1201\n1201\n", outcome.out(), outcome.err());
    assertTold("cannot write to `out`: " + NO_ROOM, outcome.err());
  }

  @Test
  void partialFilesOfKilledRunsAreDeletedFirst() throws IOException, InterruptedException {
    Program.Outcome outcome =
        onSmallDisk(
            """
            sh -c 'echo $$' >dead; dead=$(cat dead); rm dead
            draft=.egress-$dead-01234567-fc9e3a0b-6d1f-4a35-8ad0-111111111111.tmp
            head -c 65536 /dev/zero >$draft
            $egress render -o out.yaml $small; echo $?
            rm out.yaml; head -c 61440 /dev/zero >$draft
            $egress render --output-dir . $small; echo $?
            ls -A
            """);
    assertEquals(
        "0\n0\ndestinationrule.alias-0.yaml\negress-files.txt\nservice.alias-0.yaml\n",
        outcome.out(),
        outcome.err());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "render $declaration",
        "render --format json $declaration",
        "render -o /dev/stdout $declaration",
        "lint $declaration",
        "schema",
        ""
      })
  void fullStandardOutputIsReported(String arguments) throws IOException, InterruptedException {
    Program.Outcome outcome =
        Program.of(
                "sh",
                "-c",
                "declaration=$2; $1 " + arguments + " <src/main/launcher/sample.yaml >/dev/full",
                "sh",
                Program.launcherPath().toString(),
                small.toString())
            .run(scratch);
    assertEquals(2, outcome.status(), outcome.err());
    assertTrue(outcome.err().endsWith(": " + NO_ROOM + ".\n"), outcome.err());
    assertFalse(outcome.err().contains("\tat "), outcome.err());
  }

  /** Files with the right content do not need to be written. */
  private static final String NOWHERE_TO_WRITE =
      """
      $egress render -o out/same.yaml $small; echo $?
      $egress render --output-dir out $small; echo $?
      $egress render -o out/other.yaml $small; echo $?
      $egress render -o out/new.yaml $small; echo $?
      $egress render --output-dir out $big; echo $?
      $egress render --output-dir out/new $big 2>/dev/null; echo $?
      cat out/other.yaml; ls -A out
      """;

  private static final String STAYS =
      """
      0
      0
      2
      2
      2
      2
      old
      destinationrule.alias-0.yaml
      egress-files.txt
      other.yaml
      same.yaml
      service.alias-0.yaml
      """;

  private static final String TOLD =
      """
      egress: cannot write `out/other.yaml`: %1$s.
      egress: cannot write `out/new.yaml`: %1$s.
      egress: cannot write to `out`: %1$s.
      """
          .formatted(NOT_WRITABLE);

  private static final String FILLED =
      """
      mkdir out
      $egress render -o out/same.yaml $small
      $egress render --output-dir out $small
      echo old >out/other.yaml
      """;

  @Test
  void readOnlyDirectoryIsUnchanged() throws IOException, InterruptedException {
    Program.Outcome outcome =
        onSmallDisk(
            FILLED + "mount --bind out out && mount -o remount,bind,ro out\n" + NOWHERE_TO_WRITE);
    assertEquals(STAYS, outcome.out(), outcome.err());
    assertEquals(TOLD, outcome.err());
  }

  @Test
  void forbiddenDirectoryIsUnchanged() throws IOException, InterruptedException {
    Program.Outcome outcome =
        Confined.withoutPrivilege(
                Program.of(
                    "sh",
                    "-c",
                    "cd \"$1\"; egress=$2 small=$3 big=$4\n"
                        + FILLED
                        + "chmod a-w out\n"
                        + NOWHERE_TO_WRITE
                        + "chmod u+w out\n",
                    "sh",
                    disk.toString(),
                    Program.launcherPath().toString(),
                    small.toString(),
                    big.toString()))
            .run(scratch);
    assertEquals(STAYS, outcome.out(), outcome.err());
    assertEquals(TOLD, outcome.err());
  }

  /** The limit is in blocks of 512 or 1024 bytes; both are less than the output. */
  @Test
  void fileSizeLimitOfTheProcessIsReported() throws IOException, InterruptedException {
    Program.Outcome outcome =
        Program.of(
                "sh",
                "-c",
                "ulimit -f 64; exec \"$@\"",
                "sh",
                Program.launcherPath().toString(),
                "render",
                "-o",
                "out.yaml",
                big.toString())
            .in(disk)
            .run(scratch);
    assertEquals(2, outcome.status());
    assertTold(
        "cannot write `out.yaml`: it would be larger than `ulimit -f` or the file system allows."
            + " Raise that, or write elsewhere",
        outcome.err());
    assertEquals(0, disk.toFile().list().length);
  }
}
