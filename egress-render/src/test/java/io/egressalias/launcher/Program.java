package io.egressalias.launcher;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A program outside of this process, and how it is started. */
public record Program(
    List<String> command, Map<String, Optional<String>> environment, Path directory) {
  /**
   * Only a program that never ends takes this long; no result depends on the speed of the machine.
   */
  private static final int MINUTES = 30;

  /** The result of a program. */
  public record Outcome(int status, String out, String err) {}

  public Program {
    command = List.copyOf(command);
  }

  /** The launcher of this build. */
  static Program launcher() {
    return of(launcherPath().toString());
  }

  static Path launcherPath() {
    String launcher = System.getProperty("egress.launcher", "`egress.launcher`");
    assertTrue(Files.isExecutable(Path.of(launcher)), launcher + " is not there: run `mvn verify`");
    return Path.of(launcher).normalize();
  }

  public static Program of(String... command) {
    return new Program(List.of(command), Map.of(), Path.of("").toAbsolutePath());
  }

  /** Returns the program on the PATH, or skips the test if there is none. */
  public static Program onPath(String name) {
    Optional<Path> found = find(name);
    require(found.isPresent(), "there is no `" + name + "` on the PATH");
    return of(found.orElseThrow().toString());
  }

  private static Optional<Path> find(String name) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
        .map(directory -> Path.of(directory, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * Returns the program that a variable names, or otherwise the one on the PATH. Skips the test if
   * there is none, even if the environment requires everything.
   */
  static Program optional(String variable, String name) {
    @Nullable String path = System.getenv(variable);
    if (path != null && !path.isEmpty()) {
      return of(path);
    }
    Optional<Path> found = find(name);
    assumeTrue(
        found.isPresent(),
        "skipped: there is no `" + name + "` on the PATH, and `" + variable + "` names none");
    return of(found.orElseThrow().toString());
  }

  /** Returns the program that a variable names, or otherwise the one on the PATH. */
  public static Program named(String variable, String name) {
    @Nullable String path = System.getenv(variable);
    return path == null || path.isEmpty() ? onPath(name) : of(path);
  }

  /** Skips the test if something is missing, unless the environment requires everything. */
  public static void require(boolean present, String reason) {
    if (Boolean.parseBoolean(System.getenv("EGRESS_REQUIRE_TOOLS"))) {
      assertTrue(present, reason + ", and EGRESS_REQUIRE_TOOLS is set");
    }
    assumeTrue(present, "skipped: " + reason);
  }

  public Program with(String... arguments) {
    List<String> longer = new ArrayList<>(command);
    longer.addAll(List.of(arguments));
    return new Program(longer, environment, directory);
  }

  /** Returns the program started by another one, which receives it as its last arguments. */
  Program by(Program other) {
    return other.with(command.toArray(String[]::new)).with(environment).in(directory);
  }

  private Program with(Map<String, Optional<String>> other) {
    return new Program(command, other, directory);
  }

  public Program in(Path other) {
    return new Program(command, environment, other);
  }

  public Program set(String variable, String value) {
    return change(variable, Optional.of(value));
  }

  public Program unset(String variable) {
    return change(variable, Optional.empty());
  }

  private Program change(String variable, Optional<String> value) {
    Map<String, Optional<String>> changed = new LinkedHashMap<>(environment);
    changed.put(variable, value);
    return new Program(command, changed, directory);
  }

  public Outcome run(Path scratch) throws IOException, InterruptedException {
    return run(scratch, "");
  }

  /**
   * Runs the program to its end.
   *
   * @param scratch a directory for its output while it runs
   */
  public Outcome run(Path scratch, String input) throws IOException, InterruptedException {
    Path in = Files.createTempFile(scratch, "run", ".in");
    Path out = Files.createTempFile(scratch, "run", ".out");
    Path err = Files.createTempFile(scratch, "run", ".err");
    Files.writeString(in, input);
    Process process =
        start(Redirect.from(in.toFile()), Redirect.to(out.toFile()), Redirect.to(err.toFile()));
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError(command + " does not end");
    }
    return new Outcome(
        process.exitValue(),
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }

  /** Starts the program, for callers that ignore its output and may not wait for its end. */
  public Process start() throws IOException {
    return start(Redirect.PIPE, Redirect.DISCARD, Redirect.DISCARD);
  }

  private Process start(Redirect in, Redirect out, Redirect err) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    // These settings of the build are for its own virtual machine only.
    List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS").forEach(builder.environment()::remove);
    // The launcher must not write to the home directory of the user who runs the tests.
    builder
        .environment()
        .put("EGRESS_ARCHIVE", Path.of("target", "archives").toAbsolutePath().toString());
    environment.forEach(
        (variable, value) ->
            value.ifPresentOrElse(
                v -> builder.environment().put(variable, v),
                () -> builder.environment().remove(variable)));
    return builder.redirectInput(in).redirectOutput(out).redirectError(err).start();
  }
}
