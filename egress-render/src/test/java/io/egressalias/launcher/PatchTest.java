package io.egressalias.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.egressalias.diagnostic.SourceLocation;
import io.egressalias.internal.drift.Comparison;
import io.egressalias.internal.drift.Difference;
import io.egressalias.internal.drift.Rendered;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.Platform;
import io.egressalias.model.ServicePort;
import io.egressalias.render.Manifest;
import io.egressalias.render.ManifestRenderer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The printed diffs turn the committed text into the rendered text, byte for byte. */
final class PatchTest {
  private static final int FILES = 120;

  @TempDir private Path scratch = Path.of("");

  /** Committed texts by file name. */
  private final NavigableMap<String, String> committed = new TreeMap<>();

  private final NavigableMap<String, Rendered> rendered = new TreeMap<>();

  private void draw() {
    for (int i = 0; i < FILES; i++) {
      Random random = new Random(i);
      String name = i % 10 == 0 ? "a file " + i + ".yaml" : "file-" + i + ".yaml";
      Rendered text =
          Rendered.yaml(aliases(1 + random.nextInt(5)), m -> isExplained(random) ? "why" : "");
      rendered.put(name, text);
      committed.put(name, edited(text.text(), random));
    }
    committed.put("empty.yaml", "");
    rendered.put("empty.yaml", Rendered.yaml(aliases(1), m -> ""));
  }

  private static boolean isExplained(Random random) {
    return random.nextInt(4) == 0;
  }

  private static List<Manifest> aliases(int count) {
    List<EgressAlias> aliases =
        IntStream.range(0, count)
            .mapToObj(
                i ->
                    EgressAlias.builder()
                        .name("a" + i)
                        .externalName("a.example.com")
                        .addPorts(ServicePort.of("http", 80))
                        .build())
            .collect(Collectors.toList());
    return ManifestRenderer.render(aliases, Platform.undeclared());
  }

  /** Changes a text as people and merges do: removes, adds, moves and changes lines and blocks. */
  private static String edited(String text, Random random) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    for (int edits = 1 + random.nextInt(6); edits > 0; edits--) {
      int from = random.nextInt(lines.size());
      int to = Math.min(lines.size(), from + 1 + random.nextInt(12));
      switch (random.nextInt(5)) {
        case 0 -> lines.set(from, lines.get(from) + " # changed");
        case 1 -> lines.add(from, "added: " + random.nextInt(3));
        case 2 -> lines.addAll(from, List.copyOf(lines.subList(from, to)));
        case 3 -> Collections.swap(lines, from, to - 1);
        default -> lines.subList(from, Math.min(to, lines.size() - 1)).clear();
      }
    }
    return String.join("\n", lines) + (random.nextInt(5) == 0 ? "" : "\n");
  }

  private String difference() {
    Comparison comparison =
        Comparison.ofBytes(m -> new SourceLocation("egress.yaml", 1 + m.index(), 1));
    return rendered.entrySet().stream()
        .flatMap(file -> compared(comparison, file).stream())
        .map(Difference::diff)
        .collect(Collectors.joining());
  }

  private List<Difference> compared(Comparison comparison, Map.Entry<String, Rendered> file) {
    Optional<String> text = Optional.ofNullable(committed.get(file.getKey()));
    return comparison.file(file.getKey(), file.getValue(), text);
  }

  private void assertPatches(Program program) throws IOException, InterruptedException {
    draw();
    Path directory = Files.createDirectory(scratch.resolve("committed"));
    for (Map.Entry<String, String> file : committed.entrySet()) {
      Files.writeString(directory.resolve(file.getKey()), file.getValue());
    }
    String difference = difference();
    assertFalse(difference.isEmpty());
    Program.Outcome outcome = program.in(directory).run(scratch, difference);
    assertEquals(0, outcome.status(), outcome.out() + outcome.err());
    // The tools did not have to guess the place of a hunk.
    assertEquals(
        List.of(),
        (outcome.out() + outcome.err())
            .lines()
            .filter(line -> line.contains("fuzz") || line.contains("offset"))
            .toList());
    for (Map.Entry<String, Rendered> file : rendered.entrySet()) {
      String patched = Files.readString(directory.resolve(file.getKey()));
      assertEquals(file.getValue().text(), patched, file.getKey());
    }
  }

  @Test
  void patchAppliesTheDiff() throws IOException, InterruptedException {
    assertPatches(Program.onPath("patch").with("-p0"));
  }

  @Test
  void gitAppliesTheDiff() throws IOException, InterruptedException {
    assertPatches(
        Program.onPath("git").with("apply", "-p0", "-").set("GIT_CEILING_DIRECTORIES", "/"));
  }
}
