package io.egressalias.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The library needs no class of {@code jackson-annotations}: the dependency management of Spring
 * Boot 3 replaces the release that Jackson 3 needs with 2.17, which has fewer classes.
 */
final class WithoutAnnotationsTest {
  private static final String SOURCE =
      """
      import io.egressalias.declaration.DeclarationReader;
      import io.egressalias.declaration.JsonSchema;
      import io.egressalias.internal.krm.ResourceListFunction;
      import io.egressalias.render.Manifest;
      import io.egressalias.render.ManifestRenderer;
      import io.egressalias.internal.report.JsonReport;
      import io.egressalias.internal.report.SarifReport;
      import io.egressalias.yaml.ManifestJson;
      import io.egressalias.yaml.ManifestYaml;
      import io.egressalias.internal.text.PrettyJson;
      import java.nio.file.Files;
      import java.nio.file.Path;
      import java.util.List;

      final class Consumer {
        public static void main(String[] args) throws Exception {
          var read = DeclarationReader.read("-", Files.readString(Path.of(args[0])));
          List<Manifest> manifests = ManifestRenderer.render(read);
          System.out.println(manifests);
          System.out.print(ManifestYaml.write(manifests));
          System.out.print(ManifestJson.write(manifests));
          System.out.print(PrettyJson.write(JsonSchema.document()));
          System.out.print(PrettyJson.write(JsonReport.tree(read.diagnostics())));
          System.out.print(PrettyJson.write(SarifReport.tree(read.diagnostics(), "1")));
          System.out.print(ResourceListFunction.run(
              "{apiVersion: config.kubernetes.io/v1, kind: ResourceList, functionConfig: {}}")
              .text());
        }
      }
      """;

  @TempDir private Path scratch = Path.of("");

  @Test
  void outputDoesNotDependOnJacksonAnnotations() throws IOException, InterruptedException {
    Program.Outcome with = run("no-such-jar");
    Program.Outcome without = run("jackson-annotations");
    assertEquals("", without.err());
    assertEquals(with.out(), without.out());
    assertTrue(without.out().startsWith("[Service my-"), without.out());
    assertTrue(without.out().contains("\"kind\": \"List\""), without.out());
  }

  private Program.Outcome run(String left) throws IOException, InterruptedException {
    Path example = Path.of("../examples/external-services/egress.yaml").toAbsolutePath();
    Path source = scratch.resolve("Consumer.java");
    Files.writeString(source, SOURCE);
    String classPath =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(entry -> !entry.contains(left))
            .map(entry -> Path.of(entry).toAbsolutePath().toString())
            .collect(Collectors.joining(File.pathSeparator));
    return Program.of(Path.of(System.getProperty("java.home"), "bin", "java").toString())
        .with("--class-path", classPath)
        .with("-Xshare:auto")
        .with(source.toString(), example.toString())
        .run(scratch, "");
  }
}
