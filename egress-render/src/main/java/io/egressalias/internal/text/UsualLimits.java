package io.egressalias.internal.text;

import io.egressalias.internal.text.Tree.Mapping;

/** The limits of a kind of text. The parser reports what exceeds them. */
final class UsualLimits {
  private final Dialect dialect;
  private int values;

  UsualLimits(Dialect dialect) {
    this.dialect = dialect;
  }

  void newDocument() {
    values = 0;
  }

  void count(int depth) throws Unusual {
    values++;
    Unusual.unless(values <= dialect.values() && depth <= dialect.depth());
  }

  void check(Mapping mapping) throws Unusual {
    Unusual.unless(!dialect.uniqueKeys() || !mapping.repeatsKey());
  }
}
