package io.egressalias.examples;

import io.egressalias.compile.Compilation;
import io.egressalias.declaration.Assumptions;
import io.egressalias.declaration.Source;
import io.egressalias.diagnostic.Severity;
import io.egressalias.files.SourceFiles;
import io.egressalias.yaml.ManifestYaml;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Reads the declarations of a file or directory, and writes findings and manifests. */
public final class RenderFile {
  private RenderFile() {}

  /** Writes manifests to standard output, and findings to standard error. */
  public static void main(String[] args) throws IOException {
    render(Path.of(args[0]), System.out, System.err);
  }

  static void render(Path file, Appendable out, Appendable err) throws IOException {
    // [snippet]
    List<Source> sources = SourceFiles.read(file);
    Compilation compilation = Compilation.of(sources, Assumptions.none());
    for (var diagnostic : compilation.diagnostics()) {
      err.append(diagnostic.toString()).append('\n');
    }
    if (!compilation.has(Severity.ERROR)) {
      ManifestYaml.write(compilation.manifests(), out);
    }
    // [/snippet]
  }
}
