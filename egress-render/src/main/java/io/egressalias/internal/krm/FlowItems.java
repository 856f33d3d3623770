package io.egressalias.internal.krm;

import io.egressalias.internal.text.Tree.Sequence;
import io.egressalias.render.Manifest;
import java.util.List;

/** The items of a list in flow style, with commas between them, as in JSON. */
final class FlowItems {
  private final ListText text;
  private final Edits edits;
  private final Sequence items;

  FlowItems(ListText text, Edits edits, Sequence items) {
    this.text = text;
    this.edits = edits;
    this.items = items;
  }

  void change(List<ListedResource> resources, Matching matching) {
    int last = matching.removed().previousClearBit(items.items().size() - 1);
    if (last < 0) {
      edits.replace(
          items.place().start(),
          items.place().end(),
          new ManifestText.Json("[", matching.added(), "]"));
      return;
    }
    for (int i = 0; i < items.items().size(); i++) {
      Manifest manifest = matching.replaced().get(i);
      if (manifest != null) {
        edits.replace(start(i), end(i), new ManifestText.JsonItem(manifest, resources.get(i)));
      } else if (matching.removed().get(i)) {
        remove(i, i < last);
      }
    }
    if (!matching.added().isEmpty()) {
      edits.insert(end(last), new ManifestText.Json(", ", matching.added(), ""));
    }
  }

  private int start(int item) {
    return items.items().get(item).place().start();
  }

  private int end(int item) {
    return items.items().get(item).place().end();
  }

  /**
   * Removes an item and one comma: the one after it, or the one before it if no later item is kept.
   * Comments between items are kept.
   */
  private void remove(int item, boolean commaBehind) {
    int from = commaBehind ? end(item) : end(item - 1);
    int to = commaBehind ? start(item + 1) : start(item);
    int comma = comma(from, to);
    if (isBare(from, to)) {
      edits.replace(commaBehind ? start(item) : from, commaBehind ? to : end(item), "");
    } else {
      edits.replace(start(item), end(item), "");
      edits.replace(comma, comma + 1, "");
    }
  }

  /** Returns the offset of the comma between two items, ignoring commas in comments. */
  private int comma(int from, int to) {
    int comma = from;
    while (comma < to && text.at(comma) != ',') {
      comma = text.at(comma) == '#' ? text.lineEnd(comma) : comma + 1;
    }
    return comma;
  }

  private boolean isBare(int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.at(i) == '#') {
        return false;
      }
    }
    return true;
  }
}
