package io.egressalias.render;

import io.egressalias.model.EgressAlias;
import io.egressalias.resolve.ResolvedAlias;

/** The names by which the objects of an alias refer to one another. */
final class AliasHosts {
  private AliasHosts() {}

  /** The name that workloads call. */
  static String ofAlias(ResolvedAlias alias) {
    return ofService(alias) + ".svc." + alias.platform().clusterDomain();
  }

  /**
   * The name of the alias's own that its route leads to. Nobody looks it up, and no other alias has
   * it: with the external host's own name two aliases would share one TLS setting, and whoever
   * calls that host directly would get it as well.
   */
  static String ofEntry(ResolvedAlias alias) {
    return ofService(alias) + "." + EgressAlias.ROUTED_DOMAIN;
  }

  private static String ofService(ResolvedAlias alias) {
    return alias.alias().name() + "." + alias.namespace();
  }
}
