package io.egressalias.check;

import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.FieldPath.Step;
import io.egressalias.diagnostic.Quoted;

/** Writes the line that a remedy tells the user to type. */
final class FieldLine {
  private FieldLine() {}

  /** Returns {@code `key: value`} for a field, and {@code `value`} for an item of a list. */
  static String of(FieldPath path, String value) {
    Step last = path.steps().get(path.steps().size() - 1);
    String key = last instanceof Step.Key named ? Quoted.shortened(named.key()) + ": " : "";
    return "`" + key + value + "`";
  }
}
