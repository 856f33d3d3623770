package io.egressalias.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code egress install} makes the command available, and {@code egress uninstall} leaves nothing.
 */
final class InstallIT {
  private static final Path DECLARATION =
      Path.of("../../examples/external-services/egress.yaml").toAbsolutePath();

  @TempDir private Path scratch = Path.of("");

  private Path home() throws IOException {
    return Files.createDirectories(scratch.resolve("home"));
  }

  private Program run(Path command, String... arguments) throws IOException {
    return Program.of(command.toString())
        .with(arguments)
        .set("HOME", home().toString())
        .set("EGRESS_ARCHIVE", "none")
        .unset("XDG_CONFIG_HOME")
        .unset("XDG_CACHE_HOME")
        .unset("KUSTOMIZE_PLUGIN_HOME");
  }

  private String succeed(Program program) throws IOException, InterruptedException {
    Program.Outcome outcome = program.run(scratch);
    assertEquals(0, outcome.status(), outcome.err());
    return outcome.out();
  }

  private List<String> files() throws IOException {
    Path home = home();
    try (Stream<Path> files = Files.walk(home)) {
      return files.map(file -> home.relativize(file).toString()).sorted().toList();
    }
  }

  /** Copies the command to a directory that can be deleted, as {@code mvn clean} deletes it. */
  private Path built() throws IOException {
    Path built = Files.createDirectories(scratch.resolve("built"));
    try (Stream<Path> files = Files.list(Program.launcherPath().resolveSibling(""))) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (name.equals("egress") || name.endsWith("-all.jar")) {
          Directories.copyFile(file, built.resolve(name));
        }
      }
    }
    return built;
  }

  private static Path jar(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith("-all.jar")).findFirst().orElseThrow();
    }
  }

  @Test
  void installedCommandRunsWithoutTheBuildAndIsRemoved() throws Exception {
    Path built = built();
    String expected = succeed(run(built.resolve("egress"), "render", DECLARATION.toString()));
    succeed(run(built.resolve("egress"), "install"));
    for (Path file : List.of(built.resolve("egress"), jar(built), built)) {
      Files.delete(file);
    }
    Path installed = home().resolve(".local/bin/egress");
    assertEquals(expected, succeed(run(installed, "render", DECLARATION.toString())));
    Path plugin =
        home()
            .resolve(
                ".config/kustomize/plugin/egressalias.io/v1alpha1/egressaliases/EgressAliases");
    String generated =
        succeed(run(plugin, DECLARATION.toString()).set("KUSTOMIZE_PLUGIN_CONFIG_ROOT", "root"));
    assertTrue(generated.contains("name: my-httpbin\n"), generated);
    succeed(run(installed, "install"));
    succeed(run(installed, "uninstall"));
    assertEquals(List.of(""), files());
  }

  @Test
  void archivesAreRemoved() throws Exception {
    Path installed = home().resolve(".local/bin/egress");
    succeed(run(built().resolve("egress"), "install"));
    succeed(run(installed, "--version").set("EGRESS_ARCHIVE", "make"));
    assertTrue(files().stream().anyMatch(name -> name.endsWith(".jsa")), files()::toString);
    succeed(run(installed, "uninstall"));
    assertEquals(List.of(""), files());
  }

  /** As another release has another name of the JAR file, and an upgrade may be interrupted. */
  @Test
  void upgradeThatIsInterruptedIsRepeatedOrRemoved() throws Exception {
    Path command = built().resolve("egress");
    succeed(run(command, "install"));
    Path index = home().resolve(".local/lib/egress/installed.txt");
    Path page = home().resolve(".local/share/man/man1/egress.1");
    String former =
        Files.readString(index)
            .replaceAll("(?m)^file\t[0-9a-f]*(?=\t.*egress\\.1$)", "file\t" + "0".repeat(64));
    String current = Files.readString(index);
    Files.writeString(index, former + current);
    succeed(run(command, "install"));
    assertEquals(current, Files.readString(index));
    Files.writeString(index, current + former);
    succeed(run(home().resolve(".local/bin/egress"), "uninstall"));
    assertFalse(Files.exists(page));
    assertEquals(List.of(""), files());
  }

  @Test
  void pluginLinksOfTheSameCommandAreReplaced() throws Exception {
    Path command = built().resolve("egress");
    succeed(run(command, "install", "--kustomize-plugin"));
    succeed(run(command, "install"));
    succeed(run(home().resolve(".local/bin/egress"), "uninstall"));
    assertFalse(files().stream().anyMatch(name -> name.endsWith("/EgressAliases")));
  }

  @Test
  void relativeDirectoriesAreThoseOfTheInstallation() throws Exception {
    Path command = built().resolve("egress");
    Path other = Files.createDirectories(home().resolve("other"));
    succeed(run(command, "install", "--prefix", "prefix", "--dir", "plugins").in(other));
    succeed(run(command, "uninstall", "--prefix", "other/prefix").in(home()));
    assertEquals(List.of("", "other"), files());
  }

  @Test
  void prefixThatCannotBeWrittenIsAFailure() throws Exception {
    Path file = Files.writeString(home().resolve("file"), "");
    Program.Outcome outcome =
        run(built().resolve("egress"), "install", "--prefix", file.toString()).run(scratch);
    assertEquals(2, outcome.status());
    assertTrue(outcome.err().startsWith("egress: cannot install in `"), outcome.err());
  }

  @Test
  void everyVerbHasAManualPage() throws Exception {
    succeed(run(built().resolve("egress"), "install"));
    List<String> pages =
        files().stream().filter(name -> name.contains("man/man1/")).sorted().toList();
    assertEquals(15, pages.size(), pages::toString);
    for (String page : pages) {
      String text = Files.readString(home().resolve(page));
      assertTrue(text.startsWith(".TH EGRESS"), page);
      assertFalse(text.contains("${COMPLETION") || text.contains("${DEFAULT"), page);
    }
  }

  @Test
  void existingFilesAreKept() throws Exception {
    Path command = built().resolve("egress");
    Path own = home().resolve(".local/bin/egress");
    Files.createDirectories(own.resolveSibling(""));
    Files.writeString(own, "own");
    Program.Outcome refused = run(command, "install").run(scratch);
    assertEquals(2, refused.status());
    assertTrue(refused.err().contains("already exists"), refused.err());
    assertEquals(List.of("", ".local", ".local/bin", ".local/bin/egress"), files());
    Files.delete(own);
    succeed(run(command, "install"));
    Path page = home().resolve(".local/share/man/man1/egress.1");
    Files.writeString(page, "changed");
    Program.Outcome removed = run(command, "uninstall").run(scratch);
    assertEquals(0, removed.status(), removed.err());
    assertTrue(removed.err().contains("egress.1` was changed since and is kept"), removed.err());
    assertEquals("changed", Files.readString(page));
    assertTrue(Files.exists(own.resolveSibling(""), LinkOption.NOFOLLOW_LINKS));
    assertEquals(
        List.of(
            "",
            ".local",
            ".local/bin",
            ".local/share",
            ".local/share/man",
            ".local/share/man/man1",
            ".local/share/man/man1/egress.1"),
        files());
  }

  @Test
  void dryRunsChangeNothing() throws Exception {
    Path command = built().resolve("egress");
    String created = succeed(run(command, "install", "--dry-run"));
    assertEquals(List.of(""), files());
    assertEquals(created.replace("would create ", "created "), succeed(run(command, "install")));
    List<String> before = files();
    succeed(run(command, "uninstall", "--dry-run"));
    assertEquals(before, files());
  }

  @Test
  void nothingToRemoveIsAFailure() throws Exception {
    Program.Outcome outcome =
        run(built().resolve("egress"), "uninstall", "--prefix", "elsewhere").run(scratch);
    assertEquals(2, outcome.status());
    assertTrue(outcome.err().contains("there is no installation in `"), outcome.err());
  }
}
