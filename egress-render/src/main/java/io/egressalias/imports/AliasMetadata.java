package io.egressalias.imports;

import io.egressalias.internal.manifest.ManifestObject;
import java.util.Map;

/**
 * The labels and annotations that an alias takes from an object.
 *
 * @param labels the labels, without those that servers add
 * @param annotations the annotations, without those that servers and deployment tools add
 */
record AliasMetadata(Map<String, String> labels, Map<String, String> annotations) {

  /** Reads the metadata of the object that names an alias; adds findings about what is dropped. */
  static AliasMetadata of(ManifestObject object, ImportContext context) {
    return new AliasMetadata(Map.of(), Map.of());
  }
}
