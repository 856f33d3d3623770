package io.egressalias.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The project's files as a test finds them: Surefire runs in the directory of this module. */
final class Project {
  static final Path EXAMPLES = Path.of("").toAbsolutePath();
  static final Path ROOT = EXAMPLES.resolve("..").normalize();

  private Project() {}

  static String read(Path file) throws IOException {
    return Files.readString(file);
  }

  /** Returns the directories with anything of an example in them, so that a half one is seen. */
  static List<Path> examples() throws IOException {
    try (Stream<Path> entries = Files.list(EXAMPLES)) {
      return entries.filter(Project::isExample).sorted().toList();
    }
  }

  private static boolean isExample(Path directory) {
    return Stream.of("egress.yaml", "expected.yaml")
        .anyMatch(file -> Files.exists(directory.resolve(file)));
  }
}
