package io.egressalias.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** README.md has the table by which the code chooses objects. */
final class CompositionTableTest {
  private static final Path README = Path.of("../README.md");
  private static final String HEAD = "| target | platform | objects |\n|---|---|---|\n";

  @Test
  void readmeHasTheTable() throws IOException {
    String readme = Files.readString(README);
    int start = readme.indexOf(HEAD);
    int end = readme.indexOf("\n\n", start) + 1;
    String wanted = HEAD + table();
    if (Boolean.getBoolean("egress.update")) {
      Files.writeString(README, readme.substring(0, start) + wanted + readme.substring(end));
      fail("README.md is rewritten. Look at `git diff`, then run without -Degress.update");
    }
    assertEquals(wanted, readme.substring(start, end), "run with -Degress.update=true");
  }

  private static String table() {
    return Arrays.stream(Composition.values())
        .map(CompositionTableTest::row)
        .collect(Collectors.joining());
  }

  private static String row(Composition row) {
    String objects = row.kinds().stream().map(ObjectKind::title).collect(Collectors.joining(", "));
    return "| %s | %s | %s: %s |\n".formatted(row.target(), row.platform(), objects, row.reason());
  }
}
