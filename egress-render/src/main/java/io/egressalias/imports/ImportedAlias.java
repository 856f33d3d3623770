package io.egressalias.imports;

import io.egressalias.internal.manifest.ManifestObject;
import io.egressalias.model.EgressAlias;
import java.util.List;

/**
 * An alias that was read from objects.
 *
 * @param alias the alias, with its namespace if one is written
 * @param origin the object that names the alias: its Service, or its ServiceEntry
 * @param notes the losses and changes, one sentence each with a full stop; written as comments
 * @param objects all objects that the alias replaces, with the origin; those that the declaration
 *     does not render are left over
 */
record ImportedAlias(
    EgressAlias alias, ManifestObject origin, List<String> notes, List<ManifestObject> objects) {

  ImportedAlias {
    notes = List.copyOf(notes);
    objects = List.copyOf(objects);
  }

  /** Makes an alias that replaces its origin only. */
  ImportedAlias(EgressAlias alias, ManifestObject origin, List<String> notes) {
    this(alias, origin, notes, List.of(origin));
  }

  /** Returns the same with another alias. */
  ImportedAlias with(EgressAlias changed) {
    return new ImportedAlias(changed, origin, notes, objects);
  }
}
