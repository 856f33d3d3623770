package io.egressalias.imports;

import java.util.List;

/** Reads aliases in the routed form: Service, VirtualService, ServiceEntry and DestinationRule. */
final class RoutedAliases {
  private RoutedAliases() {}

  /**
   * Returns the aliases in the routed form, in any order. Calls {@link ServiceGroups#use} for every
   * object of an alias, also of one that is refused with a finding; the direct forms then skip a
   * group whose Service is used. Labels and annotations of an alias come from {@link
   * AliasMetadata#of}, port names on a mesh from {@link MeshPortNames#of}.
   */
  static List<ImportedAlias> of(ImportContext context, ServiceGroups groups) {
    return List.of();
  }
}
