package io.egressalias.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.egressalias.compile.Compilation;
import io.egressalias.declaration.Assumptions;
import io.egressalias.declaration.Source;
import io.egressalias.yaml.ManifestYaml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SourceFilesTest {
  private static final Path EXAMPLE = Path.of("../examples/external-services");

  @TempDir private Path scratch = Path.of("");

  @Test
  void aFileIsReadAndRendered() throws IOException {
    List<Source> sources = SourceFiles.read(EXAMPLE.resolve("egress.yaml"));
    assertEquals(Files.readString(EXAMPLE.resolve("expected.yaml")), rendered(sources));
  }

  @Test
  void aStreamIsReadAndRendered() throws IOException {
    try (InputStream in = Files.newInputStream(EXAMPLE.resolve("egress.yaml"))) {
      Source source = SourceFiles.read("egress.yaml", in);
      assertEquals(Files.readString(EXAMPLE.resolve("expected.yaml")), rendered(List.of(source)));
    }
  }

  @Test
  void yamlFilesOfADirectoryAreReadInAlphabeticalOrder() throws IOException {
    for (String name : List.of("b.yaml", "a.yml", "c.txt")) {
      Files.writeString(scratch.resolve(name), name);
    }
    assertEquals(
        List.of("a.yml", "b.yaml"), SourceFiles.read(scratch).stream().map(Source::text).toList());
  }

  @Test
  void unreadableFileThrowsAnIoException() {
    Path missing = scratch.resolve("missing.yaml");
    IOException e = assertThrows(IOException.class, () -> SourceFiles.read(missing));
    assertEquals(
        "cannot read `" + missing + "`: there is no such file. Check the name", e.getMessage());
  }

  @Test
  void malformedBytesAreAFinding() throws IOException {
    Source source = SourceFiles.read("a.yaml", new ByteArrayInputStream(new byte[] {(byte) 0xff}));
    Compilation compilation = Compilation.of(List.of(source), Assumptions.none());
    assertEquals("EGA0001", compilation.diagnostics().get(0).rule().code());
  }

  private static String rendered(List<Source> sources) {
    return ManifestYaml.write(Compilation.of(sources, Assumptions.none()).manifests());
  }
}
