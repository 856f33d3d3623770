package io.egressalias.internal.format;

import java.util.ArrayList;
import java.util.List;

/** A value with the style in which it is written, and with its comments. */
sealed interface Node {
  /** Returns the anchor, without its {@code &}; empty: none. */
  String anchor();

  /** The style of a scalar. */
  enum Style {
    PLAIN,
    QUOTED,
    /** A block scalar. */
    LINES,
    /** A YAML alias; its text is the name of the anchor. */
    ALIAS
  }

  /**
   * A scalar.
   *
   * @param lines the header of a block scalar, and its lines without their indentation
   */
  record Leaf(String anchor, Style style, String text, List<String> lines) implements Node {
    public Leaf {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A map or a list.
   *
   * @param below the comments after its last part
   */
  record Collection(String anchor, boolean map, boolean flow, List<Part> parts, List<Comment> below)
      implements Node {
    static Collection of(String anchor, boolean map, boolean flow) {
      return new Collection(anchor, map, flow, new ArrayList<>(), new ArrayList<>());
    }
  }

  /** An entry of a map, or an item of a list. */
  final class Part {
    /** The key; in a list an empty one. */
    final Leaf key;

    /** The comments on lines of their own above it. */
    final List<Comment> above = new ArrayList<>();

    /** The comments at the end of its line. */
    final List<Comment> beside = new ArrayList<>();

    private Node value = new Leaf("", Style.PLAIN, "", List.of());
    private boolean afterBlank;

    Part(Leaf key, boolean afterBlank) {
      this.key = key;
      this.afterBlank = afterBlank;
    }

    Node value() {
      return value;
    }

    void value(Node node) {
      value = node;
    }

    /** Returns whether a blank line comes before it, after the comments above. */
    boolean afterBlank() {
      return afterBlank;
    }

    void afterBlank(boolean blank) {
      afterBlank = blank;
    }
  }
}
