package io.egressalias.imports;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.internal.manifest.ManifestFindings;
import io.egressalias.internal.manifest.ManifestObject;
import java.util.IdentityHashMap;
import java.util.List;

/** The findings about aliases that may still be refused, by the object that names the alias. */
final class PendingChanges {
  private final IdentityHashMap<ManifestObject, Changes> pending = new IdentityHashMap<>();

  void add(ManifestObject origin, Changes changes) {
    pending.put(origin, changes);
  }

  /** Adds the findings about the aliases that are imported, and the errors of the others. */
  void release(List<ImportedAlias> imported, ManifestFindings findings) {
    for (ImportedAlias alias : imported) {
      Changes changes = pending.remove(alias.origin());
      if (changes != null) {
        changes.result(true).forEach(findings::add);
      }
    }
    for (Changes changes : pending.values()) {
      for (Diagnostic error : changes.result(false)) {
        findings.add(error);
      }
    }
  }
}
