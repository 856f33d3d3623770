package io.egressalias.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jars are named modules, and use only exported packages of other modules. */
final class ModulePathIT {
  private static final String SOURCE =
      """
      import io.egressalias.declaration.DeclarationReader;
      import io.egressalias.model.EgressAlias;
      import io.egressalias.render.ManifestRenderer;
      import io.egressalias.yaml.ManifestYaml;
      import java.nio.file.Files;
      import java.nio.file.Path;

      final class Consumer {
        public static void main(String[] args) throws Exception {
          String text = Files.readString(Path.of(args[0]));
          System.out.print(
              ManifestYaml.write(ManifestRenderer.render(DeclarationReader.read("-", text))));
          System.err.print(EgressAlias.class.getModule().getName());
          System.err.print(" " + ManifestYaml.class.getModule().getName());
        }
      }
      """;

  @TempDir private Path scratch = Path.of("");

  @Test
  void rendersFromTheModulePath() throws IOException, InterruptedException {
    Path example = Path.of("../examples/external-services").toAbsolutePath();
    Path source = scratch.resolve("Consumer.java");
    Files.writeString(source, SOURCE);
    Program.Outcome outcome =
        Program.of(Path.of(System.getProperty("java.home"), "bin", "java").toString())
            .with("--module-path", modules())
            .with("--add-modules", "ALL-MODULE-PATH")
            .with(source.toString(), example.resolve("egress.yaml").toString())
            .run(scratch, "");
    assertEquals("io.egressalias.model io.egressalias.render", outcome.err());
    assertEquals(Files.readString(example.resolve("expected.yaml")), outcome.out());
  }

  /** The packaged jars of both modules, and their runtime dependencies. */
  private static String modules() throws IOException {
    Stream<String> others =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(
                entry ->
                    entry.matches(
                        ".*(snakeyaml-engine|jspecify|java-diff-utils|jackson-(core|databind|annotations))-[^/]*\\.jar"));
    return Stream.concat(Stream.of(jar("../egress-model"), jar(".")), others)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String jar(String module) throws IOException {
    try (Stream<Path> files = Files.list(Path.of(module, "target"))) {
      List<Path> jars =
          files
              .filter(file -> file.toString().endsWith(".jar"))
              .filter(file -> !file.toString().matches(".*-(all|sources|javadoc|tests)\\.jar"))
              .toList();
      assertEquals(1, jars.size(), jars.toString());
      return jars.get(0).toString();
    }
  }
}
