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
 */
record ImportedAlias(EgressAlias alias, ManifestObject origin, List<String> notes) {

  ImportedAlias {
    notes = List.copyOf(notes);
  }
}
