package io.egressalias.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Commands that are installed in a directory of a test, with a home directory of their own.
 *
 * @param scratch the directory of the test
 * @param cache the directory for archives
 * @param expected the output of the function for the sample
 */
record InstalledCommand(Path scratch, Path cache, String expected) {
  private static final Path SAMPLE = Path.of("src/main/launcher/sample.yaml");

  /** Only a process that never ends takes this long. */
  private static final int ENOUGH = 6000;

  static InstalledCommand in(Path scratch) throws IOException, InterruptedException {
    Path home = Files.createDirectories(scratch.resolve("home"));
    String expected = Program.launcher().run(scratch, Files.readString(SAMPLE)).out();
    assertTrue(expected.contains("kind: ResourceList"), expected);
    return new InstalledCommand(scratch, home.resolve(".cache/egress"), expected);
  }

  InstalledCommand withCache(Path other) {
    return new InstalledCommand(scratch, other, expected);
  }

  Path home() {
    return scratch.resolve("home");
  }

  /** Installs the command without an archive, with a home directory of its own. */
  Program install(String directory) throws IOException {
    Path to = Files.createDirectories(scratch.resolve(directory));
    for (Path file : files(Program.launcherPath().resolveSibling(""), "")) {
      String name = file.getFileName().toString();
      if (name.equals("egress") || name.endsWith("-all.jar")) {
        Directories.copyFile(file, to.resolve(name));
      }
    }
    return withHome(Program.of(to.resolve("egress").toString()));
  }

  Program withHome(Program program) {
    return program.set("HOME", home().toString()).set("EGRESS_ARCHIVE", "").unset("XDG_CACHE_HOME");
  }

  static List<Path> files(Path directory, String end) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
    }
  }

  static Path only(Path directory, String end) throws IOException {
    List<Path> found = files(directory, end);
    assertEquals(1, found.size(), found.toString());
    return found.get(0);
  }

  void assertSilent(Program program) throws IOException, InterruptedException {
    Program.Outcome outcome = program.run(scratch, Files.readString(SAMPLE));
    assertEquals(0, outcome.status(), outcome.err());
    assertEquals(expected, outcome.out());
    assertTrue(outcome.err().lines().allMatch(l -> l.startsWith("warning EGA")), outcome.err());
  }

  /** Returns the classes that a run loads from the jar, and not from an archive. */
  List<String> fromTheJar(Program program) throws IOException, InterruptedException {
    Path log = scratch.resolve("archive.log");
    Files.deleteIfExists(log);
    Program.Outcome outcome =
        program
            .set("_JAVA_OPTIONS", "-Xlog:class+load:file='" + log + "'")
            .run(scratch, Files.readString(SAMPLE));
    assertEquals(0, outcome.status(), outcome.err());
    List<String> loaded = Files.readAllLines(log);
    assertTrue(loaded.stream().anyMatch(l -> l.contains(" io.egressalias.")), "nothing loaded");
    return loaded.stream()
        .filter(l -> l.contains(" io.egressalias.") && !l.contains("shared objects file"))
        .filter(l -> !l.contains("Lambda"))
        .toList();
  }

  void assertShares(Program program) throws IOException, InterruptedException {
    assertEquals(List.of(), fromTheJar(program));
    assertSilent(program);
  }

  void assertSharesNothing(Program program) throws IOException, InterruptedException {
    assertFalse(fromTheJar(program).isEmpty(), "it shares classes");
    assertSilent(program);
  }

  static Program make(Program program) {
    return program.set("EGRESS_ARCHIVE", "make");
  }

  void makeIn(Path directory, Program program) throws IOException, InterruptedException {
    Program.Outcome outcome = make(program).run(scratch);
    assertEquals(0, outcome.status(), outcome.err());
    assertEquals("", outcome.out());
    assertEquals(
        "egress: made the archive of classes `" + only(directory, ".jsa") + "`\n", outcome.err());
    assertEquals(List.of(), files(directory, ".making"));
  }

  String verbose(Program program) throws IOException, InterruptedException {
    Program.Outcome outcome =
        program.set("EGRESS_ARCHIVE", "verbose").with("--version").run(scratch);
    assertEquals(0, outcome.status(), outcome.err());
    assertTrue(outcome.out().startsWith("egress "), outcome.out());
    return outcome.err();
  }

  /** The archive is made by a process that the run leaves; only its end tells that it is done. */
  void awaitArchive() throws IOException, InterruptedException {
    for (int i = 0; !files(cache, ".making").isEmpty() || !files(cache, ".tried").isEmpty(); i++) {
      assertTrue(i < ENOUGH, "the archive is not made");
      Thread.sleep(100);
    }
  }
}
