package io.egressalias.internal.format;

import io.egressalias.internal.format.Node.Collection;
import io.egressalias.internal.format.Node.Leaf;
import io.egressalias.internal.format.Node.Part;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a document with its comments. The lists of a map are in the column of its keys, and maps
 * are indented by two spaces. One blank line stays where there are some.
 */
final class CommentedWriter {
  private final StringBuilder out = new StringBuilder();

  private CommentedWriter() {}

  static String write(CommentedDocument document, KeyOrder order) {
    CommentedWriter writer = new CommentedWriter();
    writer.comments(document.top(), 0, true);
    if (document.afterTop() && !document.top().isEmpty()) {
      writer.out.append('\n');
    }
    writer.block(document.root(), order, 0, false, false);
    return writer.out.toString();
  }

  /**
   * Writes a map or a list.
   *
   * @param begun whether the dash of a list is on its first line
   * @param followed whether a key in the column of the list comes after it
   */
  private void block(
      Collection block, KeyOrder order, int indent, boolean begun, boolean followed) {
    List<Part> parts = PartOrder.sorted(block, order);
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      KeyOrder inner = block.map() ? order.in(part.key.text()) : order;
      String line = line(part, block.map(), inner, indent);
      if (i > 0 || !begun) {
        List<Comment> above = above(part, block.map(), inner, indent);
        comments(above, indent, i == 0);
        if (part.afterBlank() && (i > 0 || !above.isEmpty())) {
          out.append('\n');
        }
        indent(indent);
      }
      part(part, block.map(), inner, indent, line, i < parts.size() - 1);
    }
    // A comment in the column of a key belongs to the key after it.
    comments(block.below(), followed && !block.map() ? indent + 2 : indent, parts.isEmpty());
  }

  /** Returns the value of a part if it is on the line of its key or dash. */
  private static @Nullable String line(Part part, boolean entry, KeyOrder order, int indent) {
    int column = indent + 2;
    if (entry) {
      StringBuilder key = new StringBuilder();
      ScalarText.write(part.key, key);
      column = indent + key.length() + 2;
    }
    return FlowLine.of(part.value(), order, column);
  }

  private void part(
      Part part, boolean entry, KeyOrder order, int indent, @Nullable String line, boolean more) {
    if (entry) {
      ScalarText.write(part.key, out);
      out.append(':');
    } else {
      out.append('-');
    }
    if (line != null) {
      out.append(line.isEmpty() ? "" : " ").append(line);
      beside(part);
    } else if (part.value() instanceof Leaf leaf) {
      lines(leaf, part, indent + 2);
    } else {
      nested((Collection) part.value(), part, entry, order, indent, more);
    }
  }

  private void nested(
      Collection value, Part part, boolean entry, KeyOrder order, int indent, boolean more) {
    if (isOnDash(value, entry)) {
      out.append(' ');
      block(value, order, indent + 2, true, false);
      return;
    }
    out.append(value.anchor().isEmpty() ? "" : " &" + value.anchor());
    beside(part);
    boolean deeper = value.map() || !entry;
    block(value, order, deeper ? indent + 2 : indent, false, !deeper && more);
  }

  private void lines(Leaf leaf, Part part, int indent) {
    out.append(leaf.anchor().isEmpty() ? "" : " &" + leaf.anchor());
    out.append(' ').append(leaf.lines().get(0));
    beside(part);
    for (String line : leaf.lines().subList(1, leaf.lines().size())) {
      indent(line.isEmpty() ? 0 : indent);
      out.append(line).append('\n');
    }
  }

  /** Ends a line, with the comment at its end if there is one. */
  private void beside(Part part) {
    if (part.beside.size() == 1) {
      out.append(' ').append(part.beside.get(0).text());
    }
    out.append('\n');
  }

  /** Returns whether the first part of a value is on the line of the dash. */
  private static boolean isOnDash(Collection value, boolean entry) {
    return !entry && value.anchor().isEmpty();
  }

  /**
   * Returns the comments to write above a part: its own, and those for which there is no place
   * within it.
   */
  private static List<Comment> above(Part part, boolean entry, KeyOrder order, int indent) {
    boolean nested = part.value() instanceof Collection && line(part, entry, order, indent) == null;
    boolean onDash = nested && isOnDash((Collection) part.value(), entry);
    List<Comment> above = new ArrayList<>(part.above);
    if (part.beside.size() > 1 || onDash) {
      above.addAll(part.beside);
    }
    if (onDash) {
      Collection value = (Collection) part.value();
      Part first = PartOrder.sorted(value, order).get(0);
      KeyOrder inner = value.map() ? order.in(first.key.text()) : order;
      above.addAll(above(first, value.map(), inner, indent + 2));
    } else if (!nested && part.value() instanceof Collection value) {
      above.addAll(value.below());
    }
    return above;
  }

  private void comments(List<Comment> comments, int indent, boolean first) {
    for (int i = 0; i < comments.size(); i++) {
      if (comments.get(i).afterBlank() && (i > 0 || !first)) {
        out.append('\n');
      }
      indent(indent);
      out.append(comments.get(i).text()).append('\n');
    }
  }

  private void indent(int spaces) {
    for (int i = 0; i < spaces; i++) {
      out.append(' ');
    }
  }
}
