package io.egressalias.check;

import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.model.ClientTls;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.IpAddress;
import io.egressalias.model.Origination;
import io.egressalias.model.PlatformFact;
import io.egressalias.model.Protocol;
import io.egressalias.model.TargetPort;
import io.egressalias.resolve.Capability;
import io.egressalias.resolve.Form;
import io.egressalias.resolve.ResolvedPort;
import java.util.List;
import java.util.Optional;

/**
 * Reports what an alias declares and its form does not support, on any release or on the declared
 * one. {@link Capability} lists what each form supports.
 */
final class CapabilityRules implements AliasRule {

  @Override
  public void check(AliasScope alias, FindingCollector findings) {
    EgressAlias declared = alias.declared();
    if (isRefused(alias, declared.tls())) {
      tls(alias, alias.path("tls"), findings);
    }
    for (int i = 0; i < declared.ports().size(); i++) {
      Optional<ClientTls> tls = declared.ports().get(i).tls();
      if (isRefused(alias, tls)) {
        tls(alias, alias.port(i).key("tls"), findings);
      }
    }
    if (declared.authority().isPresent() && !isPossible(alias, Capability.REWRITE_AUTHORITY)) {
      refuse(alias, "authority", alias.path("authority"), findings);
    }
    if (declared.workloadSelector().isPresent()) {
      workloadSelector(alias, findings);
    }
    if (declared.headless()) {
      headless(alias, findings);
    }
    addresses(alias, findings);
    for (int i = 0; i < declared.ports().size(); i++) {
      port(alias, i, findings);
    }
  }

  private static void port(AliasScope alias, int index, FindingCollector findings) {
    ResolvedPort port = alias.resolved().ports().get(index);
    boolean plainTcp =
        port.declared().protocol() == Protocol.TCP && port.declared().appProtocol().isEmpty();
    // The path is built only when it may be needed, because declarations have many ports.
    if (!plainTcp || port.speaksTls()) {
      protocol(alias, port, alias.port(index), findings);
    }
    if (port.declared().targetPort().isPresent()) {
      targetPort(alias, port, alias.port(index).key("targetPort"), findings);
    }
  }

  private static boolean isPossible(AliasScope alias, Capability capability) {
    return alias.resolved().support(capability).possible();
  }

  /**
   * TLS that no port uses is not refused if the traffic leaves a mesh, because the ports decide the
   * form.
   */
  private static boolean isRefused(AliasScope alias, Optional<ClientTls> tls) {
    return tls.isPresent()
        && (!isPossible(alias, Capability.CHOOSE_TLS)
            || (tls.get() instanceof Origination
                && !alias.resolved().leavesMesh()
                && !isPossible(alias, Capability.ORIGINATE_TLS)));
  }

  private static void tls(AliasScope alias, FieldPath path, FindingCollector findings) {
    boolean any = !isPossible(alias, Capability.CHOOSE_TLS);
    refuse(alias, "tls", any ? path : path.key("mode"), findings);
  }

  private static void workloadSelector(AliasScope alias, FindingCollector findings) {
    FieldPath path = alias.path("workloadSelector");
    if (isPossible(alias, Capability.SELECT_WORKLOADS)) {
      since(
          alias,
          Capability.SELECT_WORKLOADS,
          "`workloadSelector`",
          MeshFieldRemedies.withoutSelector(alias),
          path,
          findings);
    } else if (alias.resolved().form() == Form.WAYPOINT) {
      AmbientRules.workloadSelector(alias, path, findings);
    } else if (alias.resolved().leavesMesh()) {
      findings.add(
          Rule.WORKLOAD_SELECTOR,
          path,
          "`workloadSelector` has no effect without TLS or `authority`, and every pod reaches the target",
          MeshFieldRemedies.ofUnusedSelector(alias));
    } else {
      refuse(alias, "workloadSelector", path, findings);
    }
  }

  /**
   * Reports a field that needs a sidecar: the target is in the cluster, or the cluster has no mesh.
   */
  private static void refuse(
      AliasScope alias, String field, FieldPath path, FindingCollector findings) {
    if (alias.resolved().isExternal()) {
      boolean tls = field.equals("tls");
      findings.add(
          Rule.NEEDS_MESH,
          path,
          MeshFieldRemedies.NO_MESH.formatted(field),
          "%s%s%s"
              .formatted(
                  tls && alias.originatesByDefault()
                      ? "Write `mode: DISABLE`"
                      : "Remove `" + field + "`",
                  tls ? " and let the workload encrypt the traffic" : "",
                  MeshFieldRemedies.isAcceptedInMesh(alias, field)
                      ? ", or declare the release of Istio, such as " + ReleaseLine.ISTIO
                      : ""));
    } else if (alias.resolved().clusterName().isPresent()) {
      findings.add(
          Rule.HOST_IN_CLUSTER,
          path,
          "`%s` does not apply to `%s`, a name of the cluster itself%s"
              .formatted(
                  field,
                  Quoted.shortened(alias.resolved().clusterName().get().host()),
                  alias.platform().istio().present()
                      ? ", because Istio's own mutual TLS applies there"
                      : ""),
          "Remove `" + field + "`");
    } else {
      findings.add(
          Rule.TLS_OF_SELECTOR,
          path,
          "`%s` does not apply to `selector`, because Istio's own mutual TLS applies to pods of the mesh"
              .formatted(field),
          "Remove `" + field + "`");
    }
  }

  private static void headless(AliasScope alias, FindingCollector findings) {
    FieldPath path = alias.path("clusterIP");
    if (isPossible(alias, Capability.HEADLESS)) {
      since(alias, Capability.HEADLESS, "`clusterIP: None`", "Remove `clusterIP`", path, findings);
      return;
    }
    findings.add(
        Rule.HEADLESS,
        path,
        "`clusterIP: None` needs `endpoints` in the direct form, and this alias "
            + (alias.resolved().addresses().isEmpty()
                ? "has no `endpoints`"
                : "needs " + alias.resolved().form().carrier()),
        "Remove `clusterIP`");
  }

  private static void addresses(AliasScope alias, FindingCollector findings) {
    Optional<List<String>> addresses = alias.resolved().addresses();
    // A headless Service always declares its address families.
    if (addresses.isPresent() && !alias.declared().headless() && hasV6(addresses.get())) {
      since(
          alias,
          Capability.IPV6,
          "an IPv6 address",
          "Remove the IPv6 addresses",
          alias.path("endpoints"),
          findings);
    }
  }

  private static boolean hasV6(List<String> addresses) {
    for (String text : addresses) {
      Optional<IpAddress> address = IpAddress.parse(text);
      if (address.isPresent() && !address.get().isV4()) {
        return true;
      }
    }
    return false;
  }

  private static void protocol(
      AliasScope alias, ResolvedPort port, FieldPath path, FindingCollector findings) {
    Protocol protocol = port.declared().protocol();
    // Another rule reports TLS on such a port.
    if (protocol != Protocol.TCP
        && !port.originates()
        && !isPossible(alias, Capability.DATAGRAMS)) {
      findings.add(
          Rule.DATAGRAMS_BESIDE_ROUTED_PORT,
          path.key("protocol"),
          "%s carries no `%s`, so the traffic of this port reaches no server in a routed alias"
              .formatted(alias.resolved().form().carrier(), protocol),
          alias.originatesByDefault()
              ? "Move the port to another alias with `tls: {mode: DISABLE}` and without `authority`"
              : "Move the port to another alias without TLS and `authority`");
    }
    if (port.declared().appProtocol().isPresent()) {
      since(
          alias,
          Capability.DECLARE_PROTOCOL,
          "`appProtocol`",
          "Remove `appProtocol`",
          path.key("appProtocol"),
          findings);
    } else if (port.speaksTls()) {
      since(
          alias,
          Capability.PASS_TLS_THROUGH,
          "a TLS port in a routed alias",
          "Move the port to another alias" + alias.withoutTls(),
          path,
          findings);
    }
    if (protocol == Protocol.SCTP) {
      since(
          alias,
          Capability.SCTP,
          "`protocol: SCTP`",
          "Remove the port",
          path.key("protocol"),
          findings);
    }
  }

  private static void since(
      AliasScope alias,
      Capability capability,
      String subject,
      String removal,
      FieldPath path,
      FindingCollector findings) {
    Optional<PlatformFact> missing =
        alias.resolved().support(capability).missingOn(alias.platform());
    if (missing.isPresent()) {
      findings.add(
          Rule.LATER_RELEASE,
          path,
          "%s needs %s or later, and an earlier release is declared"
              .formatted(subject, missing.get().since()),
          "%s, or declare a later release, such as %s, if the cluster has one"
              .formatted(removal, ReleaseLine.of(missing.get())));
    }
  }

  /** Skips malformed target ports, which another rule reports. */
  private static void targetPort(
      AliasScope alias, ResolvedPort port, FieldPath path, FindingCollector findings) {
    TargetPort target = port.declared().targetPort().orElse(null);
    if (target == null || !PortRules.isTargetPort(target)) {
      return;
    }
    boolean named = target instanceof TargetPort.ByName;
    String number = "Write `port: " + port.targetNumber() + "` for workloads to call, or ";
    if (named && !isPossible(alias, Capability.NAME_TARGET_PORTS)) {
      withoutEffect(
          path,
          "a name in `targetPort` can be looked up only in pods, and the target is not a set of pods",
          isPossible(alias, Capability.MAP_PORTS)
              ? "Write the number of the port, such as `targetPort: 443`"
              : "Remove `targetPort`, and write the port of the server, such as `port: 443`",
          findings);
    } else if (!named && port.targetNumber() == port.number()) {
      return;
    } else if (!isPossible(alias, Capability.MAP_PORTS)) {
      withoutEffect(
          path,
          "DNS maps no ports, so callers of the external name reach port `" + port.number() + "`",
          number
              + (alias.resolved().isExternal()
                  ? "use `endpoints` if the server has fixed addresses"
                  : "remove `targetPort`"),
          findings);
    } else if (alias.declared().headless()
        && !isPossible(alias, Capability.MAP_PORTS_OF_HEADLESS)) {
      withoutEffect(
          path,
          "a headless Service maps no ports, so callers reach port `" + port.number() + "`",
          number + "remove `clusterIP`",
          findings);
    }
  }

  private static void withoutEffect(
      FieldPath path, String message, String remedy, FindingCollector findings) {
    findings.add(Rule.TARGET_PORT_WITHOUT_EFFECT, path, message, remedy);
  }
}
