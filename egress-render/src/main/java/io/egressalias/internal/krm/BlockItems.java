package io.egressalias.internal.krm;

import io.egressalias.internal.text.Tree;
import io.egressalias.internal.text.Tree.Sequence;
import io.egressalias.render.Manifest;
import java.util.List;

/** The items of a list in block style, each after a dash and on separate lines. */
final class BlockItems {
  private final ListText text;
  private final Edits edits;
  private final Tree key;
  private final Sequence items;

  /**
   * Creates the items.
   *
   * @param key the key of the list
   */
  BlockItems(ListText text, Edits edits, Tree key, Sequence items) {
    this.text = text;
    this.edits = edits;
    this.key = key;
    this.items = items;
  }

  void change(List<ListedResource> resources, Matching matching) {
    int count = items.items().size();
    for (int i = 0; i < count; i++) {
      Manifest manifest = matching.replaced().get(i);
      if (manifest != null) {
        replace(items.items().get(i), new ManifestText.BlockItem(manifest, resources.get(i)));
      } else if (matching.removed().get(i)) {
        remove(items.items().get(i));
      }
    }
    if (!matching.added().isEmpty()) {
      add(matching.added(), matching.removed().get(count - 1));
    } else if (matching.removed().cardinality() == count) {
      leaveNone();
    }
  }

  private void replace(Tree item, OutputPiece manifest) {
    edits.replace(item.place().start(), text.linesEnd(item), manifest);
  }

  /** The text may end without a line break, in an item that is removed with its line. */
  private void add(List<Manifest> manifests, boolean lastRemoved) {
    int end = text.linesEnd(items);
    Tree last = items.items().get(items.items().size() - 1);
    boolean begins = text.beginsLine(end) || (lastRemoved && isFirstOfLine(dash(last)));
    edits.insert(end, new ManifestText.Block(begins ? "" : "\n", manifests, items.dash(), true));
  }

  private void remove(Tree item) {
    int dash = dash(item);
    if (isFirstOfLine(dash)) {
      edits.replace(text.lineStart(dash), end(item), "");
    } else {
      edits.replace(dash, text.lineEnd(text.contentEnd(item)), "");
    }
  }

  /** An explicit key may precede the first dash on its line. */
  private boolean isFirstOfLine(int dash) {
    return text.blanksEnd(text.lineStart(dash)) == dash;
  }

  /** Only comments and empty lines can be between a dash and its item. */
  private int dash(Tree item) {
    int line = text.lineStart(item.place().start());
    while (line > 0 && !isDash(line)) {
      line = text.lineStart(line - 1);
    }
    return line + items.dash();
  }

  private boolean isDash(int line) {
    int dash = line + items.dash();
    for (int i = line; i < dash; i++) {
      if (text.at(i) == '#' || text.endsLine(i)) {
        return false;
      }
    }
    return text.at(dash) == '-';
  }

  /**
   * Returns the end of an item. It includes comments below that are indented deeper than its dash,
   * and empty lines, which could otherwise become part of a block scalar at the end of the previous
   * item.
   */
  private int end(Tree item) {
    int line = text.linesEnd(item);
    while (!text.isEnd(line)) {
      int first = text.blanksEnd(line);
      boolean within = text.at(first) == '#' && first - line > items.dash();
      if (!within && !text.endsLine(first)) {
        return line;
      }
      int end = text.lineEnd(first);
      line = text.isEnd(end) ? end : text.nextLine(end + 1);
    }
    return line;
  }

  private void leaveNone() {
    if (text.at(items.place().start()) != '-') {
      // The list has an anchor or a tag, which must stay in front.
      int line = text.lineStart(dash(items.items().get(0)));
      edits.replace(items.place().start(), line, "[]\n");
      return;
    }
    int colon = key.place().end();
    while (text.at(colon) != ':' && colon < items.place().start()) {
      colon++;
    }
    edits.insert(colon + 1, " []");
  }
}
