package io.egressalias.internal.format;

import io.egressalias.internal.format.Node.Collection;
import io.egressalias.internal.format.Node.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Orders the entries of maps. Unknown keys, and a repeated key, keep their place. */
final class PartOrder {
  private PartOrder() {}

  static List<Part> sorted(Collection collection, KeyOrder order) {
    if (!collection.map()) {
      return collection.parts();
    }
    List<Part> sorted = new ArrayList<>(collection.parts());
    sorted.sort(Comparator.comparingInt(part -> order.rank(part.key.text())));
    return sorted;
  }
}
