package io.egressalias.check;

import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.model.DataPlane;
import io.egressalias.model.PlatformFact;
import io.egressalias.model.Protocol;
import io.egressalias.model.ServicePort;
import io.egressalias.model.TargetPort;
import io.egressalias.resolve.ResolvedPort;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rules about the numbers and names of ports. */
final class PortRules implements AliasRule {
  private static final int GREATEST = 65_535;
  static final int MOST_IN_SERVICE_ENTRY = 256;

  /**
   * The ports on which every sidecar listens for all addresses: outbound, inbound, health and
   * metrics.
   */
  private static final Set<Integer> OF_SIDECAR = Set.of(15_001, 15_006, 15_021, 15_090);

  @Override
  public void check(AliasScope alias, FindingCollector findings) {
    List<ServicePort> ports = alias.declared().ports();
    if (ports.isEmpty()) {
      none(alias, findings);
    }
    if (ports.size() > MOST_IN_SERVICE_ENTRY && alias.resolved().isRouted()) {
      findings.add(
          Rule.TOO_MANY_PORTS,
          alias.path("ports"),
          "expected at most 256 ports, found " + ports.size(),
          "Split the alias into several aliases");
    }
    for (int i = 0; i < ports.size(); i++) {
      range(alias, i, findings);
      name(alias, i, findings);
      targetPort(alias, i, findings);
      ofSidecar(alias, i, findings);
    }
    unique(alias, findings);
  }

  private static void none(AliasScope alias, FindingCollector findings) {
    // DNS answers with the addresses of a headless Service, whatever its ports.
    if (alias.declared().headless() && !alias.platform().istio().present()) {
      return;
    }
    if (alias.resolved().isExternalNameService()) {
      if (alias.platform().istio().present()
          && !PlatformFact.EXTERNAL_NAME_IS_ALIAS.holds(alias.platform())) {
        findings.add(
            Rule.PORTS_LEFT_OPEN,
            alias.path("ports"),
            "sidecars before Istio 1.21 have no listener for an external name without `ports`, and"
                + " pass its traffic through like that of an unknown host",
            alias.platform().istio().version().isEmpty()
                ? "Declare the release, such as "
                    + ReleaseLine.ISTIO
                    + ", or add `ports: [{name: http, port: 80}]`"
                : "Add `ports: [{name: http, port: 80}]`");
      }
      return;
    }
    findings.add(
        Rule.PORTS_MISSING,
        alias.path("ports"),
        "expected at least one port, found none",
        "Add the ports that workloads call, such as `ports: [{name: http, port: 80}]`");
  }

  private static void range(AliasScope alias, int index, FindingCollector findings) {
    int port = alias.declared().ports().get(index).port();
    if (!isPort(port)) {
      findings.add(
          Rule.PORT_RANGE,
          alias.port(index).key("port"),
          "expected a port between 1 and 65535, found `" + port + "`",
          "Write the port that workloads call, such as `port: " + examplePort(alias, index) + "`");
    }
  }

  /** A number that suits the protocol, and that the alias does not use yet. */
  private static int examplePort(AliasScope alias, int index) {
    int port = alias.resolved().ports().get(index).speaksHttp() ? 80 : 443;
    while (alias.hasPort(port)) {
      port = port < 1024 ? port + 8000 : port + 1;
    }
    return port;
  }

  /** A port that has its own address and is not HTTP gets its own listener, so any number works. */
  private static void ofSidecar(AliasScope alias, int index, FindingCollector findings) {
    ResolvedPort resolved = alias.resolved().ports().get(index);
    ServicePort port = resolved.declared();
    boolean name = alias.resolved().isExternalNameService();
    if (!alias.platform().istio().present()
        || alias.platform().dataPlane() != DataPlane.SIDECAR
        || port.protocol() != Protocol.TCP
        || !OF_SIDECAR.contains(port.port())
        || !(resolved.speaksHttp() || name)) {
      return;
    }
    findings.add(
        Rule.PORT_OF_SIDECAR,
        alias.port(index).key("port"),
        "the sidecar itself listens on port `" + port.port() + "` and carries no traffic from it",
        "Write another port, such as `port: 8080` and `targetPort: "
            + resolved.targetNumber()
            + "`");
  }

  private static void name(AliasScope alias, int index, FindingCollector findings) {
    ServicePort port = alias.declared().ports().get(index);
    if (port.name().isEmpty()) {
      return;
    }
    String name = port.name().get();
    if (!NameGrammar.isLabel(name)) {
      findings.add(
          Rule.PORT_NAME,
          alias.port(index).key("name"),
          NameGrammar.LABEL_IN_WORDS + ", found `" + Quoted.shortened(name) + "`",
          "Write a name such as `name: "
              + (alias.platform().istio().present()
                  ? SuggestedPortName.withProtocol(alias.resolved().ports().get(index), name)
                  : NearestLabel.label(name, "http"))
              + "`");
    }
  }

  private static void targetPort(AliasScope alias, int index, FindingCollector findings) {
    ServicePort port = alias.declared().ports().get(index);
    FieldPath path = alias.port(index).key("targetPort");
    if (port.targetPort().isEmpty()) {
      return;
    }
    TargetPort target = port.targetPort().get();
    if (target instanceof TargetPort.ByNumber number) {
      if (!isPort(number.value())) {
        findings.add(
            Rule.TARGET_PORT,
            path,
            "expected a port between 1 and 65535, found `" + number.value() + "`",
            "Write the port of the server, such as `targetPort: 443`");
      }
    } else if (target instanceof TargetPort.ByName name
        && !NameGrammar.isServiceName(name.value())) {
      findings.add(
          Rule.TARGET_PORT,
          path,
          "expected the name of a container port, with at most 15 characters and at least one letter,"
              + " found `"
              + Quoted.shortened(name.value())
              + "`",
          NameGrammar.isNumeric(name.value())
              ? "Write `targetPort: " + name.value() + "` without quotes"
              : "Write a name such as `targetPort: https`, or a number");
    }
  }

  /** Returns whether a target port is well-formed, independent of the target. */
  static boolean isTargetPort(TargetPort target) {
    return target instanceof TargetPort.ByName name
        ? NameGrammar.isServiceName(name.value())
        : isPort(target.asNumber().orElse(0));
  }

  private static boolean isPort(int number) {
    return number >= 1 && number <= GREATEST;
  }

  private static void sameName(ServicePort port, FieldPath path, FindingCollector findings) {
    String name = port.name().orElse("");
    findings.add(
        Rule.PORT_NAME_TWICE,
        path,
        "two ports have the name `" + Quoted.shortened(name) + "`",
        "Write another name, such as `name: " + NearestLabel.numbered(name, port.port()) + "`");
  }

  private static void samePort(
      ServicePort port,
      boolean named,
      Set<Integer> taken,
      FieldPath path,
      FindingCollector findings) {
    int free = port.port() < 1024 ? port.port() + 8000 : 8080;
    String example = "";
    if (!taken.contains(free)) {
      String name = NearestLabel.numbered(port.name().orElse(""), free);
      example = ", such as `port: " + free + "`" + (named ? " and `name: " + name + "`" : "");
    }
    findings.add(
        Rule.PORT_TWICE,
        path,
        "two ports have `port: %s` and `protocol: %s`".formatted(port.port(), port.protocol()),
        "Write another number%s%s, or remove one of the two ports"
            .formatted(named ? " and name" : "", example));
  }

  private static void unique(AliasScope alias, FindingCollector findings) {
    Set<String> names = new HashSet<>();
    Map<Integer, Set<Protocol>> numbers = new HashMap<>();
    int index = 0;
    for (ServicePort port : alias.declared().ports()) {
      FieldPath path = alias.port(index++);
      boolean named = port.name().isPresent() && !names.add(port.name().get());
      Set<Protocol> protocols = numbers.getOrDefault(port.port(), new HashSet<>());
      numbers.put(port.port(), protocols);
      boolean repeated = !protocols.add(port.protocol());
      if (named && !repeated) {
        sameName(port, path.key("name"), findings);
      }
      if (repeated) {
        samePort(port, named, numbers.keySet(), path.key("port"), findings);
      } else if (protocols.size() == 2) {
        findings.add(
            Rule.PORT_OF_TWO_PROTOCOLS,
            path.key("port"),
            "`kubectl apply` can lose one of the two ports with `port: "
                + port.port()
                + "` when they change",
            "Use `kubectl apply --server-side`");
      }
    }
  }
}
