package io.egressalias.internal.manifest;

import io.egressalias.internal.text.Tree.Mapping;

/** The tree of an object as bytes. */
final class PackedTree {
  private final PackedTrees trees;
  private final int slot;
  private final byte[] bytes;

  /**
   * Makes a tree.
   *
   * @param slot the place among the trees that are kept for a short time
   */
  PackedTree(PackedTrees trees, int slot, byte[] bytes) {
    this.trees = trees;
    this.slot = slot;
    this.bytes = bytes;
  }

  int slot() {
    return slot;
  }

  byte[] bytes() {
    return bytes;
  }

  Mapping tree() {
    return trees.tree(this);
  }
}
