package io.egressalias.imports;

import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.internal.manifest.Field;

/** Findings about values that the API server refuses. */
final class Wrong {
  private Wrong() {}

  static void number(Field field, Changes changes) {
    changes.refuse(
        Rule.MALFORMED,
        field,
        "expected the number of a port, found " + found(field),
        "Write a number, such as `port: 443`");
  }

  static void protocol(Field field, Changes changes) {
    changes.refuse(
        Rule.MALFORMED,
        field,
        "expected `TCP`, `UDP` or `SCTP`, found " + found(field),
        "Write `protocol: TCP`");
  }

  private static String found(Field field) {
    return field.tree() == null ? "nothing" : "`" + Quoted.shortened(field.text()) + "`";
  }
}
