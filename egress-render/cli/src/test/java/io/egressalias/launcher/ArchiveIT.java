package io.egressalias.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An archive of classes makes the start faster, and the first run makes it. */
final class ArchiveIT {
  private static final Path DECLARATION =
      Path.of("../../examples/external-services/egress.yaml").toAbsolutePath();

  @TempDir private Path scratch = Path.of("");

  private InstalledCommand commands = new InstalledCommand(Path.of(""), Path.of(""), "");

  @BeforeEach
  void runOnce() throws IOException, InterruptedException {
    commands = InstalledCommand.in(scratch);
  }

  @Test
  void buildMakesAnArchive() throws IOException, InterruptedException {
    commands.assertShares(commands.withHome(Program.launcher()));
    assertFalse(Files.exists(commands.cache()), "it uses the cache");
  }

  @ParameterizedTest
  @ValueSource(strings = {"render -", "lint -", "list -", "explain EGA0301", "fmt -", "--version"})
  void archiveHasTheClassesOfEveryVerb(String arguments) throws IOException, InterruptedException {
    Path log = scratch.resolve("verb.log");
    Program.Outcome outcome =
        Program.launcher()
            .with(arguments.split(" ", -1))
            .set("_JAVA_OPTIONS", "-Xlog:class+load:file=" + log)
            .run(scratch, Files.readString(DECLARATION));
    assertEquals(0, outcome.status(), outcome.err());
    List<String> own =
        Files.readAllLines(log).stream()
            .filter(l -> l.contains(" io.egressalias.") && !l.contains("Lambda"))
            .toList();
    long shared = own.stream().filter(l -> l.contains("shared objects file")).count();
    assertTrue(shared * 20 >= own.size() * 19L, shared + " of " + own.size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"bin", "a b", "%s%p[x]*", "a'$b\"", "-x"})
  void makesAnArchiveBesideTheJar(String directory) throws IOException, InterruptedException {
    Program program = commands.install(directory);
    commands.makeIn(scratch.resolve(directory), program);
    commands.assertShares(program);
    commands.makeIn(scratch.resolve(directory), program);
    assertTrue(commands.verbose(program).startsWith("egress: uses the archive of classes `"));
  }

  @Test
  void findsTheJarInLib() throws IOException, InterruptedException {
    Program program = commands.install("bin");
    Path lib = Files.createDirectories(scratch.resolve("lib"));
    Path jar = InstalledCommand.only(scratch.resolve("bin"), ".jar");
    Files.move(jar, lib.resolve(jar.getFileName()));
    commands.makeIn(lib, program);
    commands.assertShares(program);
  }

  @Test
  void firstRunMakesAnArchive() throws IOException, InterruptedException {
    Program program = commands.install("bin");
    commands.assertSharesNothing(program);
    commands.awaitArchive();
    commands.assertShares(program);
    assertEquals(
        List.of(InstalledCommand.only(commands.cache(), ".jsa")),
        InstalledCommand.files(commands.cache(), ""));
    assertEquals(
        "rwx------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(commands.cache())));
  }

  /** The launcher reads what `ls` prints. */
  @Test
  void settingsOfLsDoNotMatter() throws IOException, InterruptedException {
    Program program = commands.install("bin");
    commands.makeIn(scratch.resolve("bin"), program);
    commands.assertShares(
        program
            .set("TIME_STYLE", "long-iso")
            .set("QUOTING_STYLE", "shell-always")
            .set("CLICOLOR_FORCE", "1")
            .set("LC_ALL", "de_DE.UTF-8"));
  }

  /** An attempt that fails, as without space, takes a second of each run if it is repeated. */
  @Test
  void attemptIsRepeatedADayLater() throws IOException, InterruptedException {
    Program program = commands.install("bin");
    commands.assertSilent(program);
    commands.awaitArchive();
    Path archive = InstalledCommand.only(commands.cache(), ".jsa");
    String name = archive.getFileName().toString();
    Path tried =
        archive.resolveSibling(
            name.substring(0, name.lastIndexOf('@', name.lastIndexOf('@') - 1) + 1) + ".tried");
    Files.delete(archive);
    Files.createFile(tried);
    commands.assertSharesNothing(program);
    assertEquals(List.of(tried), InstalledCommand.files(commands.cache(), ""));
    Files.setLastModifiedTime(tried, FileTime.from(Instant.now().minus(2, ChronoUnit.DAYS)));
    commands.assertSilent(program);
    commands.awaitArchive();
    commands.assertShares(program);
  }

  @Test
  void processesAtTheSameTimeMakeOneArchive() throws IOException, InterruptedException {
    Program program = commands.install("bin");
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      processes.add(program.with("--version").start());
    }
    for (Process process : processes) {
      assertEquals(0, process.waitFor());
    }
    commands.awaitArchive();
    commands.assertShares(program);
    assertEquals(
        List.of(InstalledCommand.only(commands.cache(), ".jsa")),
        InstalledCommand.files(commands.cache(), ""));
  }

  @Test
  void archivesOfJarsThatAreGoneAreDeleted() throws IOException, InterruptedException {
    Program former = commands.install("former");
    commands.assertSilent(former);
    commands.awaitArchive();
    Path gone = InstalledCommand.only(commands.cache(), ".jsa");
    Files.delete(InstalledCommand.only(scratch.resolve("former"), ".jar"));
    Program program = commands.install("bin");
    commands.assertSilent(program);
    commands.awaitArchive();
    assertFalse(Files.exists(gone));
    commands.assertShares(program);
  }

  @Test
  void eachJavaHasItsArchive() throws IOException, InterruptedException {
    String other = Optional.ofNullable(System.getenv("EGRESS_OTHER_JAVA_HOME")).orElse("");
    Program.require(!other.isEmpty(), "EGRESS_OTHER_JAVA_HOME names no other Java");
    Program program = commands.install("bin");
    commands.makeIn(scratch.resolve("bin"), program);
    Program withOther = program.set("JAVA_HOME", other);
    commands.assertSharesNothing(withOther);
    commands.assertSilent(withOther);
    commands.awaitArchive();
    commands.assertShares(withOther);
    commands.assertShares(program);
  }
}
