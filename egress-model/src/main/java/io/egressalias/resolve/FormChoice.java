package io.egressalias.resolve;

import io.egressalias.model.DataPlane;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.Origination;
import io.egressalias.model.Platform;
import io.egressalias.model.Protocol;
import io.egressalias.model.ServicePort;

/** Chooses the form of an alias on a platform. */
final class FormChoice {
  private FormChoice() {}

  static Form of(EgressAlias alias, Platform platform, Destination destination) {
    boolean possible = platform.istio().present() && destination.external();
    if (!possible || !needsRoute(alias, platform, destination)) {
      return Form.DIRECT;
    }
    return platform.dataPlane() == DataPlane.AMBIENT ? Form.WAYPOINT : Form.SIDECAR;
  }

  private static boolean needsRoute(EgressAlias alias, Platform platform, Destination destination) {
    return originates(alias)
        || alias.authority().isPresent()
        || mapsPorts(alias, destination)
        || isUnknownHost(alias, platform, destination);
  }

  /** Declared TLS counts even without ports; rules report what is missing. */
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

  /** DNS maps no ports, and a sidecar does. A sidecar carries TCP only. */
  private static boolean mapsPorts(EgressAlias alias, Destination destination) {
    if (destination.host().isEmpty()) {
      return false;
    }
    for (ServicePort port : alias.ports()) {
      if (port.protocol() == Protocol.TCP && port.targetNumber() != port.port()) {
        return true;
      }
    }
    return false;
  }

  /** With REGISTRY_ONLY, a sidecar needs a ServiceEntry for an external host. */
  private static boolean isUnknownHost(
      EgressAlias alias, Platform platform, Destination destination) {
    return platform.blocksUnknownHosts()
        && destination.host().isPresent()
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
}
