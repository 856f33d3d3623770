package io.egressalias.benchmark;

import io.egressalias.declaration.DeclarationReader;
import io.egressalias.diagnostic.Validated;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.EgressAliases;
import io.egressalias.model.Platform;
import io.egressalias.render.ManifestRenderer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What every subject is given: the same aliases, each in the form that suits it best.
 *
 * @param text the declarations, for who reads them
 * @param checked the declarations, for who renders them
 * @param aliases the aliases with what they have from their declarations, for who has no such thing
 * @param documents how many documents they become
 */
record Given(
    String text, Validated<List<EgressAliases>> checked, List<Placed> aliases, int documents) {
  private static final String MIXED = "MIXED";

  /** An alias, whole, and its cluster. */
  record Placed(EgressAlias alias, Platform platform) {}

  /** Aliases of all sorts, in turn; one is of Istio's task page. */
  static String mixed(int count) {
    return MIXED + "-" + count;
  }

  static String of(Sort sort, int count) {
    return sort.name() + "-" + count;
  }

  /** Returns what a name of the above stands for. */
  static Given named(String name) {
    int dash = name.lastIndexOf('-');
    int count = Integer.parseInt(name.substring(dash + 1));
    String sort = name.substring(0, dash);
    Sort[] sorts = sort.equals(MIXED) ? Sort.values() : new Sort[] {Sort.valueOf(sort)};
    Map<Cluster, StringBuilder> declarations = new EnumMap<>(Cluster.class);
    for (int i = 0; i < count; i++) {
      Sort next = sorts[i % sorts.length];
      declarations
          .computeIfAbsent(next.cluster(), cluster -> new StringBuilder(cluster.head()))
          .append(next.alias(i));
    }
    return declared(String.join("", declarations.values()));
  }

  private static Given declared(String text) {
    Validated<List<EgressAliases>> checked = DeclarationReader.read("egress.yaml", text);
    List<Placed> aliases = new ArrayList<>();
    for (EgressAliases declaration : checked.orThrow()) {
      for (EgressAlias alias : declaration.aliases()) {
        aliases.add(new Placed(declaration.resolve(alias), declaration.platform()));
      }
    }
    return new Given(text, checked, aliases, ManifestRenderer.render(checked).size());
  }
}
