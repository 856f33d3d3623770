package io.egressalias.imports;

import io.egressalias.diagnostic.Severity;
import io.egressalias.model.EgressAliases;
import io.egressalias.model.Platform;

/** Imports aliases from YAML. */
public final class ImportedObjects {
  private ImportedObjects() {}

  /** Returns the aliases that an import finds; none if nothing is imported. */
  public static EgressAliases declaration(String yaml, Platform platform) {
    Imported imported = GivenObjects.run(yaml, platform);
    if (imported.has(Severity.WARNING) || imported.declarations().size() != 1) {
      throw new AssertionError(imported.diagnostics() + "\n" + yaml);
    }
    return imported.declarations().get(0).value();
  }
}
