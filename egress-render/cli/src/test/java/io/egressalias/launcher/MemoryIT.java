package io.egressalias.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No verb holds all manifests or all output in memory: ten thousand aliases need 96 MB. */
@Tag("long")
final class MemoryIT {
  private static final int ALIASES = 10_000;

  @TempDir private static Path scratch = Path.of("");

  @BeforeAll
  static void write() throws IOException, InterruptedException {
    Files.writeString(scratch.resolve("old.yaml"), Versions.declaration(1, ALIASES));
    Files.writeString(scratch.resolve("new.yaml"), Versions.declaration(2, ALIASES));
    for (String destination : new String[] {"-o o.yaml", "-o o.json --format json"}) {
      assertEquals(0, run("render old.yaml " + destination, "").status());
    }
    assertEquals(0, run("render old.yaml --output-dir d", "").status());
  }

  private static Program.Outcome run(String arguments, String input)
      throws IOException, InterruptedException {
    String[] words = arguments.isEmpty() ? new String[0] : arguments.split(" ", -1);
    return Program.launcher()
        .with(words)
        .in(scratch)
        .set("JAVA_TOOL_OPTIONS", "-Xmx96m")
        .run(Files.createTempDirectory("runs"), input);
  }

  @ParameterizedTest
  @CsvSource({
    "0, render old.yaml",
    "0, render --order delete --explain --mark old.yaml",
    "0, render --format json old.yaml",
    "0, render --output-dir d old.yaml",
    "1, render old.yaml old.yaml",
    "0, check --against o.yaml old.yaml",
    "0, check --against o.json --format json old.yaml",
    "0, check --against d old.yaml",
    "1, check --against o.yaml new.yaml",
    "1, check --against d new.yaml",
    "1, check --semantic --against o.yaml new.yaml",
    "0, plan --from old.yaml --to new.yaml",
    "0, plan --from old.yaml --to new.yaml --format json",
    "0, plan --from old.yaml --to new.yaml --format script",
    "0, lint old.yaml",
    "1, lint --format json old.yaml old.yaml",
    "1, lint --format sarif old.yaml old.yaml",
    "0, lint o.yaml",
    "0, lint d",
    "0, import o.yaml",
    "0, import d -o imported.yaml",
    "0, plan --from-manifests o.yaml --to new.yaml",
    "0, list old.yaml",
    "0, fmt --check old.yaml"
  })
  void heapSufficesForEveryVerb(int status, String arguments)
      throws IOException, InterruptedException {
    Program.Outcome outcome = run(arguments, "");
    assertEquals(status, outcome.status(), () -> end(outcome));
    if (status != 0 && arguments.startsWith("render")) {
      assertEquals("", outcome.out());
    }
  }

  @Test
  void heapSufficesForTheFunction() throws IOException, InterruptedException {
    Program.Outcome outcome =
        run(
            "",
            "apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems: []\nfunctionConfig:\n"
                + Versions.declaration(1, ALIASES).indent(2));
    assertEquals(0, outcome.status(), () -> end(outcome));
    assertTrue(outcome.out().contains("name: alias-" + (ALIASES - 1)), () -> end(outcome));
  }

  private static String end(Program.Outcome outcome) {
    return outcome.err().substring(Math.max(0, outcome.err().length() - 400));
  }
}
