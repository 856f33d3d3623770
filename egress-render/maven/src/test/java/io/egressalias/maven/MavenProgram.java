package io.egressalias.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.egressalias.launcher.Confined;
import io.egressalias.launcher.Directories;
import io.egressalias.launcher.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A Maven installation that builds a copy of a project of {@code src/it}, with the artifacts of
 * this build in a separate local repository.
 *
 * @param home the directory of the installation
 * @param project the copy
 */
record MavenProgram(Path home, Path project) {
  private static final Path CASES = Path.of("src/it").toAbsolutePath();
  private static final String DISTRIBUTION = "apache-maven-";
  private static final Path EXAMPLES = Path.of("../../examples").toAbsolutePath().normalize();

  /** The result of a build; the log is without colors and blank lines. */
  record Build(int status, List<String> log) {
    Build succeeds() {
      assertEquals(0, status, this::text);
      return this;
    }

    Build fails() {
      assertEquals(1, status, this::text);
      return this;
    }

    String text() {
      return String.join("\n", log);
    }
  }

  /** The Maven that runs this build. */
  static MavenProgram building(String name, Path to) throws IOException {
    return of(Path.of(property("maven.home")), CASES.resolve(name), to);
  }

  /** The same for an example. */
  static MavenProgram example(String name, Path to) throws IOException {
    return of(Path.of(property("maven.home")), EXAMPLES.resolve(name), to);
  }

  /** The other Maven releases that the build has unpacked. */
  static List<String> others() throws IOException {
    return Directories.in(Path.of(property("egress.mavens"))).stream()
        .map(home -> home.getFileName().toString().replace(DISTRIBUTION, ""))
        .toList();
  }

  /** One of these releases. */
  static MavenProgram version(String version, String name, Path to) throws IOException {
    return of(Path.of(property("egress.mavens"), DISTRIBUTION + version), CASES.resolve(name), to);
  }

  private static MavenProgram of(Path home, Path from, Path to) throws IOException {
    String version = property("egress.version");
    Path copy = Directories.copy(from, to, text -> text.replace("@version@", version));
    return new MavenProgram(home, copy);
  }

  private static String property(String name) {
    String value = System.getProperty(name);
    if (value == null) {
      throw new AssertionError("`" + name + "` is not set: run `mvn verify`");
    }
    return value;
  }

  Build run(String... arguments) throws IOException, InterruptedException {
    return run(program(arguments));
  }

  /** Builds without a network; all artifacts must have been downloaded. */
  Build runWithoutNetwork(String... arguments) throws IOException, InterruptedException {
    return run(Confined.withoutNetwork(program(arguments).with("-o")));
  }

  Program program(String... arguments) throws IOException {
    Path scratch = Files.createTempDirectory(project.resolveSibling(""), "run");
    return Program.of(home.resolve("bin/mvn").toString())
        .with("-B", "-ntp", "-Dstyle.color=never", "-gs", settings(scratch).toString())
        .with("-Dmaven.repo.local=" + property("egress.repository"))
        .with(arguments)
        .in(project)
        .set("JAVA_HOME", System.getProperty("java.home"))
        // The build takes a second or two, so the optimizing compiler does not pay off.
        .set("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
        .set("LC_ALL", "C.UTF-8");
  }

  private Build run(Program program) throws IOException, InterruptedException {
    Program.Outcome outcome =
        program.run(Files.createTempDirectory(project.resolveSibling(""), "run"));
    return new Build(
        outcome.status(),
        (outcome.out() + outcome.err())
            .replaceAll("\u001b\\[[0-9;]*m", "")
            .lines()
            .filter(line -> !line.isBlank())
            .toList());
  }

  private static Path settings(Path scratch) throws IOException {
    String outer = Path.of(property("egress.outer-repository")).toUri().toString();
    String settings = Files.readString(CASES.resolve("settings.xml"));
    return Files.writeString(
        scratch.resolve("settings.xml"), settings.replace("@localRepositoryUrl@", outer));
  }

  Path file(String name) {
    return project.resolve(name);
  }

  String text(String name) throws IOException {
    return Files.readString(file(name));
  }

  void write(String name, String text) throws IOException {
    Files.createDirectories(file(name).resolveSibling(""));
    Files.writeString(file(name), text);
  }

  /** Returns when each file below a directory was last written. */
  Map<String, FileTime> times(String directory) throws IOException {
    Map<String, FileTime> times = new TreeMap<>();
    try (Stream<Path> files = Files.walk(file(directory))) {
      for (Path each : files.filter(Files::isRegularFile).toList()) {
        times.put(file(directory).relativize(each).toString(), Files.getLastModifiedTime(each));
      }
    }
    return times;
  }
}
