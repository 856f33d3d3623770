package io.egressalias.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An archive that does not fit or that others can write is not used, and the output is the same.
 */
final class ArchiveRefusalIT {
  @TempDir private Path scratch = Path.of("");

  private InstalledCommand commands = new InstalledCommand(Path.of(""), Path.of(""), "");

  @BeforeEach
  void runOnce() throws IOException, InterruptedException {
    commands = InstalledCommand.in(scratch);
  }

  @Test
  void changedJarGetsANewArchive() throws IOException, InterruptedException {
    Program program = commands.install("bin");
    commands.makeIn(scratch.resolve("bin"), program);
    Path jar = InstalledCommand.only(scratch.resolve("bin"), ".jar");
    Files.setLastModifiedTime(jar, FileTime.fromMillis(System.currentTimeMillis() + 10_000));
    commands.assertSharesNothing(program);
    assertTrue(commands.verbose(program).contains("does not fit the JAR file"));
  }

  @Test
  void copiedCommandDoesNotUseTheArchiveOfTheOriginal() throws IOException, InterruptedException {
    Program program = commands.install("bin");
    Path archive = InstalledCommand.only(Program.launcherPath().resolveSibling(""), ".jsa");
    Directories.copyFile(archive, scratch.resolve("bin").resolve(archive.getFileName()));
    commands.assertSharesNothing(program);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 100, 4096, 1_000_000})
  void archiveThatIsCutOffIsNotUsed(int length) throws IOException, InterruptedException {
    Program program = commands.install("bin");
    commands.makeIn(scratch.resolve("bin"), program);
    Path archive = InstalledCommand.only(scratch.resolve("bin"), ".jsa");
    byte[] whole = Files.readAllBytes(archive);
    Files.write(archive, Arrays.copyOf(whole, length));
    commands.assertSharesNothing(program);
    assertTrue(commands.verbose(program).contains("is cut off"));
  }

  @Test
  void fileThatIsNoArchiveIsNotUsed() throws IOException, InterruptedException {
    Program program = commands.install("bin");
    commands.makeIn(scratch.resolve("bin"), program);
    Path archive = InstalledCommand.only(scratch.resolve("bin"), ".jsa");
    byte[] other = "no archive at all\n".repeat(1_000_000).getBytes(StandardCharsets.UTF_8);
    Files.write(archive, Arrays.copyOf(other, (int) Files.size(archive)));
    commands.assertSharesNothing(program);
  }

  @Test
  void archiveThatOthersCanWriteIsNotUsed() throws IOException, InterruptedException {
    Program program = commands.install("bin");
    commands.makeIn(scratch.resolve("bin"), program);
    Path archive = InstalledCommand.only(scratch.resolve("bin"), ".jsa");
    Files.setPosixFilePermissions(archive, PosixFilePermissions.fromString("rw-rw-r--"));
    commands.assertSharesNothing(program);
    assertTrue(commands.verbose(program).contains("can be written by other users"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rwxrwxrwx", "rwx---rwx", "rwxr-xr-x"})
  void cacheThatIsOpenToOthersIsNotUsed(String mode) throws IOException, InterruptedException {
    Program program = commands.install("bin");
    commands.assertSilent(program);
    commands.awaitArchive();
    Files.setPosixFilePermissions(commands.cache(), PosixFilePermissions.fromString(mode));
    commands.assertSharesNothing(program);
    assertTrue(commands.verbose(program).contains("is open to other users"));
    assertEquals(List.of(), InstalledCommand.files(commands.cache(), ".tried"));
  }

  @Test
  void directoryOfTheVariableIsUsed() throws IOException, InterruptedException {
    Path other = scratch.resolve("other cache");
    commands = commands.withCache(other);
    Program program = commands.install("bin").set("EGRESS_ARCHIVE", other.toString());
    commands.assertSilent(program);
    commands.awaitArchive();
    commands.assertShares(program);
    Program linked =
        commands.install("bin").set("XDG_CACHE_HOME", scratch.resolve("xdg").toString());
    commands.assertSilent(linked);
    assertFalse(Files.exists(commands.home().resolve(".cache")));
  }

  @Test
  void variableTurnsItOff() throws IOException, InterruptedException {
    Program program = commands.install("bin");
    commands.makeIn(scratch.resolve("bin"), program);
    commands.assertSharesNothing(program.set("EGRESS_ARCHIVE", "none"));
    assertFalse(Files.exists(commands.cache()));
    Program.Outcome wrong = program.set("EGRESS_ARCHIVE", "yes").run(scratch);
    assertEquals(2, wrong.status());
    assertTrue(wrong.err().startsWith("egress: EGRESS_ARCHIVE is `yes`. "), wrong.err());
  }

  @Test
  void runsWithoutAPlaceForAnArchive() throws IOException, InterruptedException {
    Program program = commands.install("bin");
    commands.assertSilent(program.unset("HOME"));
    assertTrue(commands.verbose(program.unset("HOME")).contains("HOME and XDG_CACHE_HOME name no"));
    commands.assertSilent(program.set("HOME", "/dev/null"));
    commands.assertSilent(program.set("HOME", scratch.resolve("a\nb").toString()));
    Files.createDirectories(commands.home().resolve(".cache"));
    Files.writeString(commands.cache(), "a file");
    commands.assertSilent(program);
    assertEquals("a file", Files.readString(commands.cache()));
  }

  @Test
  void javaOptionsOfTheUserDoNotChangeTheArchive() throws IOException, InterruptedException {
    Program program = commands.install("bin");
    commands.makeIn(
        scratch.resolve("bin"),
        program.set("JAVA_TOOL_OPTIONS", "-XX:+PrintFlagsFinal -Xlog:all=info:stdout -Xshare:off"));
    commands.assertShares(program);
  }
}
