package io.egressalias.internal.krm;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Rule;
import io.egressalias.internal.text.Tree;
import io.egressalias.internal.text.Tree.Place;

/**
 * An alias of YAML, which repeats a node that stands before it. Whoever changes that node changes
 * the alias too, or leaves one that refers to nothing.
 *
 * @param anchor the name of both, without {@code &} and {@code *}
 * @param place where the alias stands
 * @param contentEnd where the content of the node ends
 */
record AnchorConflict(String anchor, Place place, Tree node, int contentEnd) {

  /** Returns whether the alias is in a stretch of the text. */
  boolean isWithin(int start, int end) {
    return start <= place.start() && place.end() <= end;
  }

  /**
   * Returns whether a change of the text touches the node.
   *
   * @param start where the text begins that is replaced
   * @param end where it ends; as {@code start}: something is put in
   */
  boolean isTouched(int start, int end) {
    int first = node.place().start();
    if (start < end) {
      return start < contentEnd && first < end;
    }
    // What is put in behind a block may become a part of it.
    return first < start && start < (node.isBlock() ? node.place().end() + 1 : contentEnd);
  }

  /** Returns what is said to who would have to change the node. */
  Diagnostic finding() {
    return Diagnostic.of(
        Rule.RESOURCE_LIST,
        0,
        FieldPath.root(),
        "cannot edit the value at line %s: the YAML alias `*%s` at line %s refers to it"
            .formatted(node.position().line(), anchor, place.position().line()),
        "Replace `*" + anchor + "` with the value");
  }
}
