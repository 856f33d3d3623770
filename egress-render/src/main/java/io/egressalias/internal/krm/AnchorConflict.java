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

  /** Returns whether the alias is in a range of the text that is replaced. */
  boolean isWithin(EditedRanges ranges) {
    return ranges.contain(place.start(), place.end());
  }

  /** Returns whether a change of the text affects the node. */
  boolean isTouched(EditedRanges ranges) {
    int first = node.place().start();
    // Text that is inserted after a block may become part of it.
    int end = node.isBlock() ? node.place().end() + 1 : contentEnd;
    return ranges.overlap(first, contentEnd) || ranges.insertBetween(first, end);
  }

  /** Returns the finding for a change of the node. */
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
