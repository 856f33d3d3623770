package io.egressalias.internal.text;

import io.egressalias.internal.text.Tree.Entry;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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

  void checkKeys(List<Entry> entries) throws Unusual {
    if (dialect.uniqueKeys()) {
      Set<String> keys = new HashSet<>();
      for (Entry entry : entries) {
        Unusual.unless(keys.add(entry.key().text()));
      }
    }
  }
}
