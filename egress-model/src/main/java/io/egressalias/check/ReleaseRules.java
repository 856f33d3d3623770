package io.egressalias.check;

import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Rule;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.IpAddress;
import io.egressalias.model.PlatformFact;
import io.egressalias.model.Protocol;
import io.egressalias.model.ServicePort;
import io.egressalias.model.StaticEndpoints;
import java.util.List;
import java.util.Optional;

/** Finds what the declared release does not know yet. */
final class ReleaseRules implements AliasRule {

  @Override
  public void check(AliasScope alias, Findings findings) {
    EgressAlias declared = alias.declared();
    List<ServicePort> ports = declared.ports();
    for (int i = 0; i < ports.size(); i++) {
      port(alias, ports.get(i), alias.port(i), findings);
    }
    if (declared.target() instanceof StaticEndpoints endpoints && !alias.needsSidecar()) {
      if (declared.headless()) {
        hold(
            PlatformFact.IP_FAMILIES,
            "`clusterIP: None`",
            alias,
            alias.path("clusterIP"),
            findings);
      } else if (hasV6(endpoints)) {
        hold(PlatformFact.IP_FAMILIES, "IPv6", alias, alias.path("endpoints"), findings);
      }
    }
    if (declared.workloadSelector().isPresent() && alias.needsSidecar()) {
      hold(
          PlatformFact.ISTIO_WORKLOAD_SELECTOR,
          "`workloadSelector`",
          alias,
          alias.path("workloadSelector"),
          findings);
    }
  }

  private static void port(AliasScope alias, ServicePort port, FieldPath path, Findings findings) {
    boolean routedTls = alias.needsSidecar() && port.speaksTls();
    if (port.appProtocol().isPresent()) {
      hold(PlatformFact.APP_PROTOCOL, "`appProtocol`", alias, path.key("appProtocol"), findings);
    } else if (routedTls) {
      hold(PlatformFact.APP_PROTOCOL, "TLS beside a routed port", alias, path, findings);
    }
    if (port.protocol() == Protocol.SCTP) {
      hold(PlatformFact.SCTP, "`SCTP`", alias, path.key("protocol"), findings);
    }
  }

  private static void hold(
      PlatformFact fact, String what, AliasScope alias, FieldPath path, Findings findings) {
    if (fact.isLaterThan(alias.platform())) {
      findings.add(
          Rule.LATER_RELEASE,
          path,
          what + " takes " + fact.since() + ", and an earlier release is declared",
          "Take it out, or declare a later release in `spec.platform` if the cluster has one");
    }
  }

  private static boolean hasV6(StaticEndpoints endpoints) {
    for (String text : endpoints.addresses()) {
      Optional<IpAddress> address = IpAddress.parse(text);
      if (address.isPresent() && !address.get().isV4()) {
        return true;
      }
    }
    return false;
  }
}
