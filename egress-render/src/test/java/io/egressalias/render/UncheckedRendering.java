package io.egressalias.render;

import io.egressalias.model.EgressAlias;
import io.egressalias.model.EgressAliases;
import io.egressalias.model.Platform;
import io.egressalias.resolve.ResolvedAlias;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Renders declarations with or without errors, so that other programs can report the errors. */
public final class UncheckedRendering {
  private UncheckedRendering() {}

  /** Returns the objects of a set that may have errors. */
  public static List<Manifest> render(List<EgressAliases> set) {
    List<Manifest> manifests = new ArrayList<>();
    for (int document = 0; document < set.size(); document++) {
      EgressAliases declaration = set.get(document);
      for (int index = 0; index < declaration.aliases().size(); index++) {
        ResolvedAlias alias = ResolvedAlias.of(declaration, declaration.aliases().get(index));
        for (ObjectKind kind : Composition.of(alias).kinds()) {
          for (ObjectNode tree : kind.render(alias)) {
            manifests.add(Manifest.of(tree, alias.alias(), kind.purpose(), document, index));
          }
        }
      }
    }
    return manifests;
  }

  /** Returns the name of the row by which an alias is rendered. */
  public static String row(EgressAlias alias, Platform platform) {
    return Composition.of(ResolvedAlias.of(alias, platform)).name();
  }

  /** Returns the names of all rows. */
  public static List<String> rows() {
    return Arrays.stream(Composition.values()).map(Composition::name).toList();
  }
}
