package io.egressalias.internal.krm;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Rule;
import io.egressalias.internal.text.Tree;
import io.egressalias.internal.text.Tree.Place;

/**
 * A YAML alias that repeats an earlier node. A change of that node also changes the alias, and
 * without the node the alias refers to nothing.
 *
 * @param anchor the name of both, without {@code &} and {@code *}
 * @param place the place of the alias
 * @param contentEnd the offset at which the content of the node ends
 */
record AnchorConflict(String anchor, Place place, Tree node, int contentEnd) {

  /** Returns whether the alias is in a range of the text. */
  boolean isWithin(int start, int end) {
    return start <= place.start() && place.end() <= end;
  }

  /**
   * Returns whether a change of the text affects the node.
   *
   * @param start the offset at which the replaced text starts
   * @param end the offset at which it ends; equal to {@code start} for an insertion
   */
  boolean isTouched(int start, int end) {
    int first = node.place().start();
    if (start < end) {
      return start < contentEnd && first < end;
    }
    // Text that is inserted after a block may become part of it.
    return first < start && start < (node.isBlock() ? node.place().end() + 1 : contentEnd);
  }

  /** Returns the finding for a change of the node. */
  Diagnostic finding() {
    return Diagnostic.of(
        Rule.RESOURCE_LIST,
        0,
        FieldPath.root(),
        "what begins in line %s has to be changed, and `*%s` in line %s repeats it"
            .formatted(node.position().line(), anchor, place.position().line()),
        "Write the value out in place of `*" + anchor + "`");
  }
}
