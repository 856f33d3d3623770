package io.egressalias.resolve;

import io.egressalias.model.ClientTls;
import io.egressalias.model.DataPlane;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.EgressAliases;
import io.egressalias.model.EndpointAddress;
import io.egressalias.model.Platform;
import io.egressalias.model.ServicePort;
import io.egressalias.model.StaticEndpoints;
import io.egressalias.model.Waypoint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An alias resolved for its platform: with the values of its declaration, its form and its ports.
 * An alias with errors is resolved too, so that rules can report them.
 */
public final class ResolvedAlias {
  private final EgressAlias alias;
  private final Platform platform;
  private final Destination destination;
  private final Form form;
  private final List<ResolvedPort> ports;

  private ResolvedAlias(EgressAlias alias, Optional<ClientTls> common, Platform platform) {
    this.destination = Destination.of(alias.target(), platform);
    this.alias =
        common.isPresent() && alias.tls().isEmpty() && destination.external()
            ? alias.toBuilder().tls(common).build()
            : alias;
    this.platform = platform;
    this.form = FormChoice.of(this.alias, platform, destination);
    this.ports = ports(this.alias, destination.host());
  }

  /** Resolves an alias of a declaration. */
  public static ResolvedAlias of(EgressAliases declaration, EgressAlias alias) {
    return new ResolvedAlias(declaration.resolve(alias), declaration.tls(), declaration.platform());
  }

  /** Resolves an alias without the fields that the aliases of a declaration share. */
  public static ResolvedAlias of(EgressAlias alias, Platform platform) {
    return new ResolvedAlias(alias, Optional.empty(), platform);
  }

  private static List<ResolvedPort> ports(EgressAlias alias, Optional<String> host) {
    ResolvedTls common = ResolvedTls.of(alias.tls(), host);
    List<ResolvedPort> ports = new ArrayList<>(alias.ports().size());
    for (ServicePort port : alias.ports()) {
      ResolvedTls tls = port.tls().isPresent() ? ResolvedTls.of(port.tls(), host) : common;
      ports.add(new ResolvedPort(port, tls, alias));
    }
    return Collections.unmodifiableList(ports);
  }

  /** Returns the alias with the namespace, labels, annotations and TLS of its declaration added. */
  public EgressAlias alias() {
    return alias;
  }

  /** Returns the cluster that the alias is for. */
  public Platform platform() {
    return platform;
  }

  /** Returns the form of the alias. */
  public Form form() {
    return form;
  }

  /**
   * Returns the waypoint that carries the traffic; empty: none, or none is declared. For a routed
   * alias, a label declares it too. In the direct form, traffic goes to a waypoint only if the
   * alias names one and its Service has a cluster IP.
   */
  public Optional<Waypoint> waypoint() {
    if (platform.dataPlane() == DataPlane.SIDECAR || !platform.istio().present()) {
      return Optional.empty();
    }
    if (!form.isRouted()) {
      return alias.headless() || isExternalNameService() ? Optional.empty() : alias.waypoint();
    }
    if (alias.waypoint().isPresent()) {
      return alias.waypoint();
    }
    Optional<Waypoint> labelled = WaypointLabels.declaredBy(alias.labels());
    return labelled.isPresent() ? labelled : platform.waypoint();
  }

  /** Returns the ports, in the order of the alias. */
  public List<ResolvedPort> ports() {
    return ports;
  }

  /** Returns the namespace in host names: the declared one, or {@code default}. */
  public String namespace() {
    return alias.effectiveNamespace();
  }

  /**
   * Returns the host: an external one, or the full form of a {@link #clusterName}; empty for other
   * targets.
   */
  public Optional<String> host() {
    return destination.host();
  }

  /** Returns the host if it is a name of the cluster itself; empty for other targets. */
  public Optional<ClusterName> clusterName() {
    return destination.clusterName();
  }

  /** Returns the external addresses; empty for other targets. */
  public Optional<List<String>> addresses() {
    return destination.addresses();
  }

  /** Returns the external addresses with their hostnames; empty for other targets. */
  public List<EndpointAddress> endpoints() {
    return alias.target() instanceof StaticEndpoints target ? target.endpoints() : List.of();
  }

  /** Returns the labels of the cluster's own pods; empty for other targets. */
  public Optional<Map<String, String>> podLabels() {
    return destination.podLabels();
  }

  /** Returns whether the target is outside of the cluster. */
  public boolean isExternal() {
    return destination.external();
  }

  /** Returns whether the target is outside of the cluster, and the cluster has a mesh. */
  public boolean leavesMesh() {
    return destination.external() && platform.istio().present();
  }

  /** Returns whether a route of Istio leads to the target. */
  public boolean isRouted() {
    return form.isRouted();
  }

  /** Returns whether the TLS of a port needs files or a Secret of the proxy that originates it. */
  public boolean needsFilesOrSecret() {
    for (ResolvedPort port : ports) {
      if (port.tls().needsFilesOrSecret()) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether the Service has the type ExternalName and names the host. */
  public boolean isExternalNameService() {
    return !form.isRouted() && destination.host().isPresent();
  }

  /** Returns the support of the form for a capability. */
  public Support support(Capability capability) {
    return capability.in(form, alias.target());
  }
}
