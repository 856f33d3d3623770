package io.egressalias.internal.krm;

import io.egressalias.internal.krm.ManifestText.Block;
import io.egressalias.internal.krm.ManifestText.Json;
import io.egressalias.internal.text.Tree;
import io.egressalias.internal.text.Tree.Entry;
import io.egressalias.internal.text.Tree.Mapping;
import io.egressalias.internal.text.Tree.Sequence;
import io.egressalias.render.Manifest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The items of a list in its text. Manifests replace the items of earlier runs, or are added after
 * the other items; items that are no longer rendered are removed; other text is unchanged.
 */
final class ItemList {
  private final ListText text;
  private final Edits edits;
  private final Mapping list;

  ItemList(ListText text, Edits edits, Mapping list) {
    this.text = text;
    this.edits = edits;
    this.list = list;
  }

  void change(List<ListedResource> items, Matching matching) {
    Entry entry = list.entry("items");
    if (items.isEmpty()) {
      begin(entry == null ? null : entry.value(), matching.added());
    } else if (entry != null && entry.value() instanceof Sequence sequence) {
      if (sequence.flow()) {
        new FlowItems(text, edits, sequence).change(items, matching);
      } else {
        new BlockItems(text, edits, entry.key(), sequence).change(items, matching);
      }
    }
  }

  private void begin(@Nullable Tree items, List<Manifest> added) {
    if (added.isEmpty()) {
      return;
    }
    if (list.flow()) {
      if (items == null) {
        edits.insert(endOfEntries(), new Json(", \"items\": [", added, "]"));
      } else {
        edits.replace(items.place().start(), items.place().end(), new Json("[", added, "]"));
      }
    } else if (items == null) {
      int end = text.linesEnd(list);
      edits.insert(end, new Block(lineAt(end) + "items:\n", added, 0, true));
    } else {
      Block block = new Block("\n", added, 0, false);
      edits.replace(items.place().start(), items.place().end(), block);
    }
  }

  /** Before the closing bracket there may be a comma. */
  int endOfEntries() {
    return list.entries().get(list.entries().size() - 1).value().place().end();
  }

  /** Adds an entry after the others of a list in block style. */
  void atEnd(String block) {
    int end = text.linesEnd(list);
    edits.insert(end, lineAt(end) + block);
  }

  private String lineAt(int end) {
    return text.beginsLine(end) ? "" : "\n";
  }
}
