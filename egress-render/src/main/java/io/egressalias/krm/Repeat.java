package io.egressalias.krm;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Rule;
import io.egressalias.krm.Node.Mapping;
import io.egressalias.krm.Node.Place;
import io.egressalias.krm.Node.Sequence;
import java.util.List;

/**
 * An alias of YAML, which repeats a node that stands before it. Whoever changes that node changes
 * the alias too, or leaves one that refers to nothing.
 *
 * @param anchor the name of both, without {@code &} and {@code *}
 * @param place where the alias stands
 */
record Repeat(String anchor, Node node, Place place) {

  /**
   * Returns whether a change of the text touches the node and leaves the alias.
   *
   * @param start where the text begins that is replaced
   * @param end where it ends; as {@code start}: something is put in
   */
  boolean isTouched(int start, int end) {
    if (start <= place.start() && place.end() <= end) {
      return false;
    }
    Place original = node.place();
    return start == end
        ? original.start() < start && (start < original.end() || start == blockEnd())
        : start < original.end() && original.start() < end;
  }

  /** Behind a block, what is put in may become a part of it. */
  private int blockEnd() {
    boolean block =
        (node instanceof Mapping mapping && !mapping.flow())
            || (node instanceof Sequence sequence && !sequence.flow());
    return block ? node.place().end() : -1;
  }

  /** Returns what a run says that would have to change the node. */
  FunctionOutput refused() {
    Diagnostic finding =
        Diagnostic.of(
            Rule.RESOURCE_LIST,
            0,
            FieldPath.root(),
            "what begins in line %s has to be changed, and `*%s` in line %s repeats it"
                .formatted(node.place().line() + 1, anchor, place.line() + 1),
            "Write the value out in place of `*" + anchor + "`");
    return new FunctionOutput("", List.of(finding), true);
  }
}
