package io.egressalias.krm;

import io.egressalias.declaration.ParserSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** YAML with the places of its nodes, as offsets into the text. */
final class Text {
  private final String text;

  /** The characters that take two places in the text, by their numbers: marks count them once. */
  private final int[] wide;

  Text(String text) {
    this.text = text;
    this.wide = wide(text);
  }

  private static int[] wide(String text) {
    int[] wide = new int[0];
    int found = 0;
    for (int i = 0; i < text.length(); i++) {
      if (Character.isHighSurrogate(text.charAt(i))) {
        wide = found == wide.length ? Arrays.copyOf(wide, 2 * found + 8) : wide;
        wide[found] = i - found;
        found++;
      }
    }
    return Arrays.copyOf(wide, found);
  }

  /** Returns the documents, without those that hold nothing. */
  List<Node> documents() {
    List<Node> documents = new ArrayList<>();
    new Compose(ParserSettings.of(text)).composeAllFromString(text).forEach(documents::add);
    documents.removeIf(node -> !(node instanceof MappingNode));
    return documents;
  }

  int start(Node node) {
    return offset(node.getStartMark());
  }

  int end(Node node) {
    return offset(node.getEndMark());
  }

  /** Returns where the line begins that an offset is in. */
  int lineStart(int offset) {
    return text.lastIndexOf('\n', offset - 1) + 1;
  }

  /** Returns where the content of a node ends, without the comments and blank lines behind it. */
  int contentEnd(Node node) {
    if (node instanceof CollectionNode<?> collection
        && collection.getFlowStyle() == FlowStyle.BLOCK
        && !collection.getValue().isEmpty()) {
      Object last = collection.getValue().get(collection.getValue().size() - 1);
      return contentEnd(last instanceof NodeTuple entry ? entry.getValueNode() : (Node) last);
    }
    return end(node);
  }

  /** Returns where the line after an offset begins; an offset that begins a line: that line. */
  int nextLine(int offset) {
    if (offset > 0 && text.charAt(offset - 1) == '\n') {
      return offset;
    }
    int newline = text.indexOf('\n', offset);
    return newline < 0 ? text.length() : newline + 1;
  }

  int column(Node node) {
    return node.getStartMark().map(Mark::getColumn).orElse(0);
  }

  /** Returns a node as a text of its own: the same lines and columns, counted from its first. */
  String alone(Node node) {
    return " ".repeat(column(node)) + text.substring(start(node), end(node));
  }

  private int offset(Optional<Mark> mark) {
    int index = mark.map(Mark::getIndex).orElse(0);
    int before = Arrays.binarySearch(wide, index);
    return index + (before < 0 ? -before - 1 : before);
  }

  static Optional<NodeTuple> entry(Node node, String key) {
    if (node instanceof MappingNode mapping) {
      for (NodeTuple entry : mapping.getValue()) {
        if (entry.getKeyNode() instanceof ScalarNode scalar && scalar.getValue().equals(key)) {
          return Optional.of(entry);
        }
      }
    }
    return Optional.empty();
  }

  static Optional<Node> at(Node node, String... path) {
    Optional<Node> here = Optional.of(node);
    for (String key : path) {
      here = here.flatMap(n -> entry(n, key)).map(NodeTuple::getValueNode);
    }
    return here;
  }

  static Optional<String> string(Node node, String... path) {
    return at(node, path)
        .map(n -> n instanceof ScalarNode scalar ? scalar.getValue() : "")
        .filter(value -> !value.isEmpty());
  }
}
