package io.egressalias.imports;

import io.egressalias.model.EgressAliases;
import io.egressalias.model.Platform;
import java.util.ArrayList;
import java.util.List;

/** Imports aliases in the routed form from YAML. */
public final class RoutedObjects {
  private RoutedObjects() {}

  /** Returns a declaration of the aliases in the routed form. */
  public static EgressAliases declaration(String yaml, Platform platform) {
    GivenObjects given = GivenObjects.of(yaml, platform);
    List<ImportedAlias> aliases = new ArrayList<>(RoutedAliases.of(given.context, given.groups));
    String findings = given.findings();
    if (!findings.isEmpty()) {
      throw new AssertionError(findings);
    }
    return EgressAliases.of(platform, aliases.stream().map(ImportedAlias::alias).toList());
  }
}
