package io.egressalias.benchmark;

import io.egressalias.model.EgressAlias;
import io.egressalias.model.ExternalName;
import io.egressalias.model.Origination;
import io.egressalias.model.Platform;
import io.egressalias.model.PlatformFact;
import io.egressalias.model.PodSelector;
import io.egressalias.model.ServicePort;
import io.egressalias.model.StaticEndpoints;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Names and decisions that a program with a client library has to implement, in the cheapest way.
 */
final class PeerNames {
  static final String IPV4 = "IPv4";
  static final String IPV6 = "IPv6";

  private PeerNames() {}

  /** The name that workloads call. */
  static String host(EgressAlias alias, Platform platform) {
    return alias.name() + "." + alias.effectiveNamespace() + ".svc." + platform.clusterDomain();
  }

  /** The name of the ServiceEntry. */
  static String entry(EgressAlias alias) {
    return alias.name() + "." + alias.effectiveNamespace() + "." + EgressAlias.ROUTED_DOMAIN;
  }

  static String istioVersion(Platform platform) {
    return PlatformFact.ISTIO_V1.holds(platform)
        ? "networking.istio.io/v1"
        : "networking.istio.io/v1alpha3";
  }

  /** Returns whether an alias in the direct form has a rule. */
  static boolean hasRule(EgressAlias alias, Platform platform) {
    if (!platform.istio().present() || alias.target() instanceof PodSelector) {
      return false;
    }
    return !(alias.target() instanceof ExternalName)
        || !PlatformFact.EXTERNAL_NAME_IS_ALIAS.holds(platform);
  }

  /** The TLS at the top level of a rule: that of the first port that originates TLS. */
  static @Nullable Origination topTls(EgressAlias alias) {
    for (ServicePort port : alias.ports()) {
      if (alias.tls(port).orElse(null) instanceof Origination tls) {
        return tls;
      }
    }
    return null;
  }

  /**
   * The name of the subset for a port. No alias here has so many ports that the name becomes a
   * hash.
   */
  static String subset(EgressAlias alias, ServicePort port) {
    if (alias.tls(port).orElse(null) instanceof Origination tls) {
      return tls.equals(topTls(alias)) ? "tls" : "tls-" + port.port();
    }
    TreeSet<Integer> plain = new TreeSet<>();
    for (ServicePort other : alias.ports()) {
      if (!alias.originates(other)) {
        plain.add(other.port());
      }
    }
    StringBuilder name = new StringBuilder("plain");
    for (int number : plain) {
      name.append('-').append(number);
    }
    return name.toString();
  }

  static List<String> families(StaticEndpoints target) {
    boolean four = false;
    boolean six = false;
    for (String address : target.addresses()) {
      four |= isV4(address);
      six |= !isV4(address);
    }
    if (four && six) {
      return isV4(target.addresses().get(0)) ? List.of(IPV4, IPV6) : List.of(IPV6, IPV4);
    }
    return List.of(six ? IPV6 : IPV4);
  }

  static String family(String address) {
    return isV4(address) ? IPV4 : IPV6;
  }

  static @Nullable String sni(EgressAlias alias, Origination tls) {
    return tls.sni().orElse(alias.target() instanceof ExternalName target ? target.host() : null);
  }

  private static boolean isV4(String address) {
    return address.indexOf(':') < 0;
  }
}
