package io.egressalias.internal.krm;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.object.ObjectId;
import io.egressalias.render.AliasMark;
import io.egressalias.render.Manifest;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The changes of the items of a list when a declaration is rendered into it.
 *
 * @param replaced the items that are replaced by a manifest, by index
 * @param removed the indices of the items that an earlier run rendered and this one does not
 * @param added the manifests without an existing item
 * @param foreign findings about items that a manifest would replace and that do not belong to this
 *     declaration
 */
record Matching(
    Map<Integer, Manifest> replaced,
    BitSet removed,
    List<Manifest> added,
    List<FunctionFinding> foreign) {

  static Matching of(
      Iterable<Manifest> manifests, List<ListedResource> items, Ownership ownership) {
    Map<ObjectId, Manifest> wanted = new LinkedHashMap<>();
    for (Manifest manifest : manifests) {
      wanted.put(manifest.id(), manifest.light());
    }
    Matching matching =
        new Matching(new HashMap<>(), new BitSet(), new ArrayList<>(), new ArrayList<>());
    Set<ObjectId> placed = new HashSet<>();
    for (int i = 0; i < items.size(); i++) {
      ListedResource item = items.get(i);
      ObjectId id = item.id();
      Manifest manifest = wanted.get(id);
      if (!ownership.covers(item)) {
        if (manifest != null) {
          matching.foreign.add(foreign(item, manifest));
        }
      } else if (manifest != null && placed.add(id)) {
        matching.replaced.put(i, manifest);
      } else {
        matching.removed.set(i);
      }
    }
    for (Map.Entry<ObjectId, Manifest> each : wanted.entrySet()) {
      if (!placed.contains(each.getKey())) {
        matching.added.add(each.getValue());
      }
    }
    return matching;
  }

  /** Returns the items that neither a manifest replaces nor a change removes. */
  List<ListedResource> kept(List<ListedResource> items) {
    List<ListedResource> kept = new ArrayList<>(items.size());
    for (int i = 0; i < items.size(); i++) {
      if (!replaced.containsKey(i) && !removed.get(i)) {
        kept.add(items.get(i));
      }
    }
    return kept;
  }

  private static FunctionFinding foreign(ListedResource item, Manifest manifest) {
    FieldPath place = FieldPath.root().key(item.toString());
    String alias = AliasMark.alias(manifest.alias());
    return FunctionFinding.inItem(
        Diagnostic.of(
            Rule.FOREIGN_OBJECT,
            0,
            place,
            "expected an object of this declaration, found an object " + maker(item),
            remedy(item, alias)),
        item);
  }

  private static String maker(ListedResource item) {
    if (!item.declaration().isEmpty()) {
      return "of the declaration `" + Quoted.shortened(item.declaration()) + "`";
    }
    return item.mark().isEmpty()
        ? "without the annotation `" + AliasMark.ANNOTATION + "`"
        : "of the alias `" + Quoted.shortened(item.mark()) + "`";
  }

  private static String remedy(ListedResource item, String alias) {
    String remedy =
        "Remove the object from the package, or give the alias `%s` another name or namespace"
            .formatted(alias);
    return item.declaration().isEmpty()
        ? remedy
        : remedy
            + "; if that declaration no longer declares the alias, run the function with it first";
  }
}
