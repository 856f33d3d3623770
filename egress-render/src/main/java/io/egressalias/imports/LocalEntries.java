package io.egressalias.imports;

import java.util.List;

/**
 * Reads the ServiceEntries that are no part of a routed alias: those on the name of a Service that
 * does not exist become aliases, all others are left alone with a finding.
 */
final class LocalEntries {
  private LocalEntries() {}

  /**
   * Returns the aliases of ServiceEntries on local names, in any order. Called after {@link
   * RoutedAliases} and the direct forms. Calls {@link ServiceGroups#use} for every object that it
   * imports or reports; what is then unused is counted in a finding for its kind.
   */
  static List<ImportedAlias> of(ImportContext context, ServiceGroups groups) {
    return List.of();
  }
}
