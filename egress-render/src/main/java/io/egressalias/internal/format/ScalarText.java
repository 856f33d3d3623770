package io.egressalias.internal.format;

import io.egressalias.internal.format.Node.Leaf;
import io.egressalias.internal.format.Node.Style;
import io.egressalias.internal.text.PlainScalars;
import io.egressalias.internal.text.QuotedScalars;

/**
 * Writes scalars on one line. Quotes are removed where no reader needs them, and added where a
 * reader of YAML 1.1 would read another type. An address stays as it is written: every reader in
 * use reads it as a string, although it is a number by the specification of YAML 1.1.
 */
final class ScalarText {
  private ScalarText() {}

  /** Writes a scalar with its anchor; nothing for a null that is left out. */
  static void write(Leaf leaf, StringBuilder out) {
    if (!leaf.anchor().isEmpty()) {
      out.append('&').append(leaf.anchor());
      out.append(leaf.style() == Style.PLAIN && leaf.text().isEmpty() ? "" : " ");
    }
    String text = leaf.text();
    switch (leaf.style()) {
      case ALIAS -> out.append('*').append(text);
      case PLAIN -> write(text, isPlain(text), out);
      case QUOTED, LINES -> write(text, PlainScalars.isSafe(text), out);
    }
  }

  private static void write(String text, boolean plain, StringBuilder out) {
    if (plain) {
      out.append(text);
    } else {
      QuotedScalars.write(text, out);
    }
  }

  private static boolean isPlain(String text) {
    return text.indexOf('\n') < 0
        && !(PlainScalars.isString(text) && PlainScalars.isDisputed(text));
  }
}
