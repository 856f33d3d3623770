package io.egressalias.golden;

import java.util.Locale;

/** How values are called in the names of goldens. */
final class Words {
  private Words() {}

  static String of(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
