package io.egressalias.render;

import io.egressalias.model.EgressAlias;
import io.egressalias.resolve.ResolvedAlias;

/** The host names with which the objects of an alias refer to one another. */
final class AliasHosts {
  private AliasHosts() {}

  /** The name that workloads call. */
  static String ofAlias(ResolvedAlias alias) {
    return ofService(alias) + ".svc." + alias.platform().clusterDomain();
  }

  /**
   * The generated host to which the route of an alias leads. It is never resolved by DNS, and is
   * different for each alias. If the name of the external host were used instead, two aliases would
   * share one TLS setting, and direct calls of the external host would use it as well.
   */
  static String ofEntry(ResolvedAlias alias) {
    return ofService(alias) + "." + EgressAlias.ROUTED_DOMAIN;
  }

  private static String ofService(ResolvedAlias alias) {
    return alias.alias().name() + "." + alias.namespace();
  }
}
