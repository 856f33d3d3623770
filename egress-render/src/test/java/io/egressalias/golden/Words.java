package io.egressalias.golden;

import java.util.Locale;

/** The words for values in the names of goldens. */
final class Words {
  private Words() {}

  static String of(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
