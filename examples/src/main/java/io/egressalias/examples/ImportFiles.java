package io.egressalias.examples;

import io.egressalias.declaration.Source;
import io.egressalias.files.SourceFiles;
import io.egressalias.imports.ImportOptions;
import io.egressalias.imports.Imported;
import io.egressalias.imports.ManifestImporter;
import io.egressalias.model.Platform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Turns the manifests of a file or directory into a declaration. */
public final class ImportFiles {
  private ImportFiles() {}

  /** Writes the declaration to standard output, and findings to standard error. */
  public static void main(String[] args) throws IOException {
    write(Path.of(args[0]), System.out, System.err);
  }

  static void write(Path manifests, Appendable out, Appendable err) throws IOException {
    // [snippet]
    List<Source> sources = SourceFiles.read(manifests);
    Platform platform = Platform.of("1.34", "none");
    var options = new ImportOptions(platform, Optional.empty(), "manifests", false);
    Imported imported = ManifestImporter.run(sources, options);
    for (var diagnostic : imported.diagnostics()) {
      err.append(diagnostic.toString()).append('\n');
    }
    for (var declaration : imported.declarations()) {
      out.append(declaration.text());
    }
    // [/snippet]
  }
}
