package io.egressalias.imports;

import io.egressalias.model.EgressAlias;
import io.egressalias.model.EgressAliases;
import io.egressalias.model.Platform;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Distributes aliases over declarations. */
final class DeclarationSplit {
  private DeclarationSplit() {}

  /**
   * Returns one declaration, or one for each namespace.
   *
   * @param name the {@code metadata.name}; a declaration for one of several namespaces gets the
   *     namespace as well
   */
  static List<ImportedDeclaration> of(
      List<ImportedAlias> aliases, Platform platform, String name, boolean byNamespace) {
    if (aliases.isEmpty()) {
      return List.of();
    }
    Map<String, List<ImportedAlias>> parts = new LinkedHashMap<>();
    for (ImportedAlias alias : aliases) {
      String key = byNamespace ? alias.alias().namespace().orElse("") : "";
      List<ImportedAlias> part = parts.get(key);
      if (part == null) {
        part = new ArrayList<>();
        parts.put(key, part);
      }
      part.add(alias);
    }
    List<ImportedDeclaration> declarations = new ArrayList<>(parts.size());
    for (Map.Entry<String, List<ImportedAlias>> part : parts.entrySet()) {
      boolean plain = parts.size() == 1 || part.getKey().isEmpty();
      String full = plain ? name : name + "-" + part.getKey();
      declarations.add(declaration(part.getValue(), platform, full));
    }
    return declarations;
  }

  private static ImportedDeclaration declaration(
      List<ImportedAlias> aliases, Platform said, String name) {
    Optional<String> common = namespace(aliases);
    Platform platform = CommonWaypoint.in(said, aliases);
    EgressAliases.Builder value = EgressAliases.builder().platform(platform).namespace(common);
    for (ImportedAlias alias : aliases) {
      EgressAlias written = CommonWaypoint.without(platform, alias.alias());
      value.addAliases(common.isPresent() ? bare(written) : written);
    }
    EgressAliases declaration = value.build();
    return new ImportedDeclaration(
        name, declaration, DeclarationText.of(declaration, name, aliases));
  }

  private static EgressAlias bare(EgressAlias alias) {
    return alias.toBuilder().namespace(Optional.empty()).build();
  }

  /** Returns the namespace of all aliases; empty: they have none, or different ones. */
  private static Optional<String> namespace(List<ImportedAlias> aliases) {
    Optional<String> first = aliases.get(0).alias().namespace();
    for (ImportedAlias alias : aliases) {
      if (!alias.alias().namespace().equals(first)) {
        return Optional.empty();
      }
    }
    return first;
  }
}
