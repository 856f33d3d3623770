package io.egressalias.imports;

import io.egressalias.declaration.Source;
import io.egressalias.internal.manifest.ManifestFindings;
import io.egressalias.internal.manifest.ManifestReader;
import io.egressalias.internal.manifest.ManifestSet;
import java.util.List;

/** Turns manifests into declarations. Contacts no cluster. */
public final class ManifestImporter {
  private ManifestImporter() {}

  /** Imports texts that make one set. */
  public static Imported run(List<Source> sources, ImportOptions options) {
    ManifestFindings findings = new ManifestFindings();
    ManifestSet set = ManifestReader.read(sources, findings);
    ImportContext context = new ImportContext(set, options.platform(), findings);
    return new Imported(List.of(), context.findings().found(), List.of());
  }
}
