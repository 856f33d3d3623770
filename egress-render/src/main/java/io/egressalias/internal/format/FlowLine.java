package io.egressalias.internal.format;

import io.egressalias.internal.format.Node.Collection;
import io.egressalias.internal.format.Node.Leaf;
import io.egressalias.internal.format.Node.Part;
import io.egressalias.internal.format.Node.Style;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes values that fit on the line of their key. */
final class FlowLine {
  /** The greatest column at which a value in flow style ends. */
  private static final int WIDTH = 100;

  private final StringBuilder out = new StringBuilder();
  private final int most;

  private FlowLine(int column) {
    most = WIDTH - column;
  }

  /**
   * Returns a value as text: a scalar, an empty map or list, and one that is in flow style, fits
   * and has no comments; null: the value needs lines of its own.
   *
   * @param column the column in which it starts
   */
  static @Nullable String of(Node node, KeyOrder order, int column) {
    FlowLine line = new FlowLine(column);
    if (node instanceof Leaf leaf) {
      ScalarText.write(leaf, line.out);
      return leaf.style() == Style.LINES ? null : line.out.toString();
    }
    Collection collection = (Collection) node;
    if (collection.parts().isEmpty()) {
      line.anchor(collection);
      return line.out.append(collection.map() ? "{}" : "[]").toString();
    }
    return collection.flow() && line.add(node, order) ? line.out.toString() : null;
  }

  private void anchor(Collection collection) {
    if (!collection.anchor().isEmpty()) {
      out.append('&').append(collection.anchor()).append(' ');
    }
  }

  /** Returns false if the text becomes too long, or if there is a comment. */
  private boolean add(Node node, KeyOrder order) {
    if (node instanceof Leaf leaf) {
      ScalarText.write(leaf, out);
      out.append(leaf.style() == Style.PLAIN && leaf.text().isEmpty() ? "null" : "");
      return out.length() <= most;
    }
    Collection collection = (Collection) node;
    anchor(collection);
    out.append(collection.map() ? '{' : '[');
    List<Part> parts = PartOrder.sorted(collection, order);
    for (int i = 0; i < parts.size(); i++) {
      out.append(i == 0 ? "" : ", ");
      if (!add(parts.get(i), collection.map(), order)) {
        return false;
      }
    }
    out.append(collection.map() ? '}' : ']');
    return collection.below().isEmpty() && out.length() <= most;
  }

  private boolean add(Part part, boolean entry, KeyOrder order) {
    if (!part.above.isEmpty() || !part.beside.isEmpty()) {
      return false;
    }
    if (entry) {
      ScalarText.write(part.key, out);
      out.append(": ");
    }
    return add(part.value(), entry ? order.in(part.key.text()) : order);
  }
}
