package io.egressalias.imports;

import io.egressalias.diagnostic.SourceLocation;
import io.egressalias.internal.manifest.Field;

/** Places of fields in notes. */
final class Places {
  private Places() {}

  /** Returns the place of a field: {@code (file:line)}. */
  static String of(Field field) {
    SourceLocation place = field.place();
    return "(" + place.file() + ":" + place.line() + ")";
  }
}
