package io.egressalias.model;

/** How an alias is carried out. It follows from what is declared; there is no switch. */
public enum Form {
  /** The workload's bytes leave as they are; every pod can use the alias. */
  DIRECT,

  /** The sidecar has to do something: originate TLS, rewrite the Host header, know the host. */
  ROUTED;

  /** Returns the form of an alias on a platform. */
  public static Form of(EgressAlias alias, Platform platform) {
    boolean external = alias.target().match(new IsExternal());
    return platform.istio().present() && external && needsSidecar(alias, platform)
        ? ROUTED
        : DIRECT;
  }

  private static boolean needsSidecar(EgressAlias alias, Platform platform) {
    return originates(alias) || alias.authority().isPresent() || isUnknownHost(alias, platform);
  }

  /**
   * TLS that is declared is never passed over, ports or not: what lacks is for the rules to say.
   */
  private static boolean originates(EgressAlias alias) {
    if (alias.ports().isEmpty()) {
      return alias.tls().orElse(null) instanceof Origination;
    }
    for (ServicePort port : alias.ports()) {
      if (alias.originates(port)) {
        return true;
      }
    }
    return false;
  }

  /** A mesh that lets nothing out but to hosts that it knows has to be told of the host. */
  private static boolean isUnknownHost(EgressAlias alias, Platform platform) {
    return platform.outboundTrafficPolicy() == OutboundTrafficPolicy.REGISTRY_ONLY
        && alias.target() instanceof ExternalName
        && (alias.ports().isEmpty() || hasTcp(alias));
  }

  private static boolean hasTcp(EgressAlias alias) {
    for (ServicePort port : alias.ports()) {
      if (port.protocol() == Protocol.TCP) {
        return true;
      }
    }
    return false;
  }

  /** Whether the target is outside of the cluster: pods of the cluster have the direct form. */
  private static final class IsExternal implements Target.Cases<Boolean> {
    @Override
    public Boolean externalName(ExternalName target) {
      return true;
    }

    @Override
    public Boolean endpoints(StaticEndpoints target) {
      return true;
    }

    @Override
    public Boolean selector(PodSelector target) {
      return false;
    }
  }
}
