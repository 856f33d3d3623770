package io.egressalias.imports;

import io.egressalias.model.EgressAlias;
import io.egressalias.model.EgressAliases;
import io.egressalias.render.Manifest;
import io.egressalias.render.ManifestRenderer;
import io.egressalias.yaml.Readers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares the objects of an import with those that the declarations render. */
final class RoundTrip {
  private RoundTrip() {}

  /** Returns the objects that the declarations render. */
  static List<Object> rendered(Imported imported) {
    List<Object> trees = new ArrayList<>();
    for (Manifest each : ManifestRenderer.render(values(imported))) {
      trees.add(Readers.plain(each.tree()));
    }
    return trees;
  }

  static List<EgressAliases> values(Imported imported) {
    return imported.declarations().stream().map(ImportedDeclaration::value).toList();
  }

  /** Returns the parts of imported aliases that differ, such as {@code shop/db labels}. */
  static Set<String> differences(List<?> input, Imported imported, ImportOptions options) {
    Set<String> different = new TreeSet<>();
    List<EgressAliases> declarations = values(imported);
    if (declarations.isEmpty()) {
      return different;
    }
    String domain = declarations.get(0).platform().clusterDomain();
    Map<String, Object> before = ClusterView.of(input, domain, options.namespace().orElse(""));
    Map<String, Object> after = ClusterView.of(rendered(imported), domain, "");
    Set<String> parts = new TreeSet<>(after.keySet());
    Set<String> aliases = aliases(declarations);
    for (String part : before.keySet()) {
      if (aliases.contains(part.substring(0, part.indexOf(' ')))) {
        parts.add(part);
      }
    }
    for (String part : parts) {
      if (!same(part, before.get(part), after.get(part))) {
        different.add(part);
      }
    }
    return different;
  }

  /** Without a selector, `targetPort` is read by no program; a missing one may be added. */
  private static boolean same(String part, @Nullable Object before, @Nullable Object after) {
    if (part.contains(" targetPort ")) {
      int port = Integer.parseInt(part.substring(part.lastIndexOf(' ') + 1));
      return before == null || before.equals(after == null ? port : after);
    }
    return Objects.equals(before, after)
        || Objects.equals(String.valueOf(before), String.valueOf(after))
        || (isEmpty(before) && isEmpty(after));
  }

  private static boolean isEmpty(@Nullable Object value) {
    return value == null || value.equals(Map.of()) || value.equals(List.of());
  }

  /** Returns the aliases as the keys of {@link ClusterView} name them. */
  static Set<String> aliases(List<EgressAliases> declarations) {
    Set<String> aliases = new TreeSet<>();
    for (EgressAliases declaration : declarations) {
      for (EgressAlias alias : declaration.aliases()) {
        String namespace = declaration.resolve(alias).namespace().orElse("");
        aliases.add((namespace.equals("default") ? "" : namespace) + "/" + alias.name());
      }
    }
    return aliases;
  }
}
