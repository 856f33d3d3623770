package io.egressalias.benchmark;

import io.egressalias.declaration.DeclarationReader;
import io.egressalias.diagnostic.Validated;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.EgressAliases;
import io.egressalias.model.Platform;
import io.egressalias.render.ManifestRenderer;
import io.egressalias.resolve.ResolvedAlias;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The input of the subjects: the same aliases, in the best form for each subject.
 *
 * @param text the declarations for subjects that read text
 * @param checked the declarations for subjects that render them
 * @param aliases the aliases with the values of their declarations, for other subjects
 * @param documents the number of rendered documents
 */
record Given(
    String text, Validated<List<EgressAliases>> checked, List<Placed> aliases, int documents) {
  private static final String MIXED = "MIXED";

  /** An alias with the values of its declaration, and its cluster. */
  record Placed(EgressAlias alias, Platform platform) {}

  /** Aliases of all kinds in turn; one is from Istio's task page. */
  static String mixed(int count) {
    return MIXED + "-" + count;
  }

  static String of(Sort sort, int count) {
    return sort.name() + "-" + count;
  }

  /** Returns the number of aliases of a set, such as {@code 10,000}. */
  static String size(String name) {
    int count = Integer.parseInt(name.substring(name.lastIndexOf('-') + 1));
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** Returns the input with a name that the methods above return. */
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
        aliases.add(
            new Placed(ResolvedAlias.of(declaration, alias).alias(), declaration.platform()));
      }
    }
    return new Given(text, checked, aliases, ManifestRenderer.render(checked).size());
  }
}
