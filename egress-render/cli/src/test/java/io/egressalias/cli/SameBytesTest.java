package io.egressalias.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Starts the command in virtual machines with other languages, time zones and character sets, and
 * compares the output byte by byte.
 *
 * <p>The environment variable {@code EGRESS_OTHER_JAVA_HOME} names a second JDK to compare with,
 * such as one of a later release. Without it only the JDK of the build is used.
 */
@Tag("long")
final class SameBytesTest {
  private static final Path CASES = Path.of("../src/test/resources").toAbsolutePath();

  @TempDir private Path directory = Path.of("");

  /** A virtual machine: its directory, its options and the locale of the system. */
  private record Machine(Path home, String locale, List<String> options) {
    @Override
    public String toString() {
      return home.getFileName() + " " + locale + " " + options;
    }
  }

  @ParameterizedTest
  @MethodSource("machines")
  void everyMachineRendersTheSameBytes(Machine machine) throws IOException, InterruptedException {
    for (String name : List.of("cases/page-examples", "bytes/multi-byte-text")) {
      assertEquals(ExitStatus.DONE, run(machine, List.of(name)), err());
      assertEquals("", err());
      byte[] approved = Files.readAllBytes(CASES.resolve(name + ".approved.yaml"));
      assertArrayEquals(approved, Files.readAllBytes(directory.resolve("out")), name);
    }
  }

  @ParameterizedTest
  @MethodSource("machines")
  void everyMachinePrintsTheSameFindings(Machine machine) throws IOException, InterruptedException {
    List<String> names =
        List.of(
            "bytes/columns-after-wide-characters",
            "cases/unknown-keys",
            "cases/unknown-words",
            "cases/unclosed-list",
            "cases/alias-bomb");
    StringBuilder approved = new StringBuilder();
    for (String name : names) {
      approved.append(Files.readString(CASES.resolve(name + ".approved.txt")));
    }
    assertEquals(ExitStatus.FINDINGS, run(machine, names), err());
    assertEquals(0, Files.size(directory.resolve("out")));
    assertEquals(approved.toString(), err().replaceAll("(?m)^/.*/(?=[^/]*: error )", ""));
  }

  @Test
  void otherJdkIsNotTheJdkOfTheBuild() {
    otherHome()
        .ifPresent(
            other ->
                assertTrue(
                    !other.equals(home()), "EGRESS_OTHER_JAVA_HOME is the JDK of this build"));
  }

  static List<Machine> machines() {
    return Stream.concat(Stream.of(home()), otherHome().stream())
        .flatMap(SameBytesTest::machines)
        .toList();
  }

  private static Stream<Machine> machines(Path home) {
    return Stream.of(
        new Machine(home, "C.UTF-8", List.of()),
        new Machine(home, "C", List.of()),
        new Machine(home, "C.UTF-8", List.of("-Duser.language=tr", "-Duser.country=TR")),
        new Machine(home, "C.UTF-8", List.of("-Duser.language=ar", "-Duser.country=EG")),
        new Machine(home, "C.UTF-8", List.of("-Duser.timezone=Pacific/Apia")),
        new Machine(home, "C", List.of("-Dfile.encoding=ISO-8859-1")));
  }

  private static Path home() {
    return Path.of(System.getProperty("java.home"));
  }

  private static Optional<Path> otherHome() {
    return Optional.ofNullable(System.getenv("EGRESS_OTHER_JAVA_HOME"))
        .filter(home -> !home.isBlank())
        .map(Path::of);
  }

  private int run(Machine machine, List<String> names) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>();
    line.add(machine.home().resolve("bin").resolve("java").toString());
    line.addAll(machine.options());
    line.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    line.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    line.add("render");
    names.forEach(name -> line.add(CASES.resolve(name + ".yaml").toString()));
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .redirectOutput(directory.resolve("out").toFile())
            .redirectError(directory.resolve("err").toFile());
    builder.environment().keySet().removeAll(List.of("LANG", "LANGUAGE", "JAVA_TOOL_OPTIONS"));
    builder.environment().putAll(Map.of("LC_ALL", machine.locale()));
    Process process = builder.start();
    assertTrue(process.waitFor(30, TimeUnit.MINUTES), "the command does not come to an end");
    return process.exitValue();
  }

  private String err() throws IOException {
    return Files.readString(directory.resolve("err"), StandardCharsets.UTF_8);
  }
}
