package io.egressalias.check;

import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.model.IstioProtocol;
import io.egressalias.model.PlatformFact;
import io.egressalias.model.Protocol;
import io.egressalias.model.ServicePort;
import io.egressalias.resolve.Capability;
import io.egressalias.resolve.ResolvedPort;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Rules about the protocol that a port declares. They apply in a mesh, unless they say otherwise.
 */
final class ProtocolRules implements AliasRule {
  /**
   * Port numbers that are common for TLS or databases. An HTTP listener takes over all traffic to
   * its number.
   *
   * @see <a
   *     href="https://www.iana.org/assignments/service-names-port-numbers/service-names-port-numbers.xhtml">
   *     Port numbers</a>
   */
  private static final Set<Integer> NOT_HTTP =
      Set.of(
          443, 465, 563, 636, 853, 989, 990, 992, 993, 994, 995, 3306, 5061, 5432, 5671, 6379, 6443,
          8443, 8883, 27017);

  private static final int CLEAR_HTTP = 80;
  private static final int SECOND_HTTP = 8080;

  @Override
  public void check(AliasScope alias, FindingCollector findings) {
    boolean mesh = alias.platform().istio().present();
    List<ServicePort> ports = alias.declared().ports();
    for (int i = 0; i < ports.size(); i++) {
      ServicePort port = ports.get(i);
      appProtocol(port, alias.port(i).key("appProtocol"), mesh, findings);
      if (mesh) {
        ResolvedPort resolved = alias.resolved().ports().get(i);
        declared(resolved, alias.port(i), findings);
        contradiction(resolved, alias.port(i), findings);
        numbers(alias, resolved, alias.port(i), findings);
        externalName(alias, resolved, alias.port(i), findings);
      }
    }
  }

  private static void appProtocol(
      ServicePort port, FieldPath path, boolean mesh, FindingCollector findings) {
    if (port.appProtocol().isEmpty()) {
      return;
    }
    String word = port.appProtocol().get();
    if (mesh ? isIstios(word) : NameGrammar.isQualified(word)) {
      return;
    }
    findings.add(
        Rule.APP_PROTOCOL,
        path,
        (mesh ? "expected one of " + words() : "expected a word or `prefix/word`")
            + ", found `"
            + Quoted.shortened(word)
            + "`",
        "Write `appProtocol: " + translated(word) + "`");
  }

  private static boolean isIstios(String word) {
    Optional<IstioProtocol> protocol = IstioProtocol.ofWord(word);
    return protocol.isPresent() && protocol.get() != IstioProtocol.UDP;
  }

  private static String words() {
    return Arrays.stream(IstioProtocol.values())
        .filter(protocol -> protocol != IstioProtocol.UDP)
        .map(protocol -> "`" + protocol.word() + "`")
        .collect(Collectors.joining(", "));
  }

  /** Istio's name for a protocol name of Kubernetes. */
  private static String translated(String word) {
    return switch (word) {
      case "kubernetes.io/h2c" -> "http2";
      case "kubernetes.io/ws" -> "http";
      case "kubernetes.io/wss" -> "https";
      default -> IstioProtocol.ofName(word).map(IstioProtocol::word).orElse("tcp");
    };
  }

  private static void declared(ResolvedPort resolved, FieldPath path, FindingCollector findings) {
    ServicePort port = resolved.declared();
    if (port.protocol() == Protocol.UDP
        || port.appProtocol().isPresent()
        || resolved.protocol().isPresent()
        || port.name().isEmpty()
        || !NameGrammar.isLabel(port.name().get())) {
      return;
    }
    String name = port.name().get();
    String prefix = SuggestedPortName.known(port, "tcp");
    findings.add(
        Rule.PROTOCOL_UNKNOWN,
        path.key("name"),
        "expected a name that starts with the protocol, found `" + Quoted.shortened(name) + "`",
        "Write `name: %s`, or add `appProtocol: %s`"
            .formatted(SuggestedPortName.withProtocol(port, name), prefix.replaceAll("-.*", "")));
  }

  private static void contradiction(
      ResolvedPort resolved, FieldPath path, FindingCollector findings) {
    ServicePort port = resolved.declared();
    if (port.name().isEmpty()) {
      return;
    }
    Optional<IstioProtocol> byName = IstioProtocol.ofName(port.name().get());
    Optional<IstioProtocol> real = resolved.protocol();
    if (byName.isEmpty() || real.isEmpty()) {
      return;
    }
    if (real.get() == IstioProtocol.UDP && port.protocol() != Protocol.UDP) {
      findings.add(
          Rule.UDP_NAME,
          path.key(port.appProtocol().isPresent() ? "appProtocol" : "name"),
          "Istio treats the port as UDP and ignores it, but its protocol is `%s`"
              .formatted(port.protocol()),
          "Write `%s`, or declare `protocol: UDP`"
              .formatted(SuggestedPortName.sayingProtocol(port, IstioProtocol.TCP)));
    } else if (!agree(byName.get(), real.get())) {
      findings.add(
          Rule.PROTOCOL_CONTRADICTION,
          path.key("name"),
          "the name starts with `%s`, but the protocol of the port is `%s`"
              .formatted(byName.get().word(), real.get().word()),
          "Write `name: %s`, or correct `%s`"
              .formatted(
                  SuggestedPortName.renamed(port, real.get()),
                  port.protocol() == Protocol.UDP ? "protocol" : "appProtocol"));
    }
  }

  /** Names of the same family are not misleading: http for grpc, tls for https, tcp for redis. */
  private static boolean agree(IstioProtocol name, IstioProtocol real) {
    boolean bytes = name == IstioProtocol.TCP && !real.isHttp() && real != IstioProtocol.UDP;
    return name == real
        || bytes
        || (name.isHttp() && real.isHttp())
        || (name.isTls() && real.isTls());
  }

  private static void numbers(
      AliasScope alias, ResolvedPort port, FieldPath path, FindingCollector findings) {
    Optional<IstioProtocol> protocol = port.protocol();
    if (protocol.isEmpty() || !protocol.get().isHttp()) {
      return;
    }
    boolean listens =
        !alias.resolved().isExternalNameService()
            || !PlatformFact.EXTERNAL_NAME_IS_ALIAS.holds(alias.platform());
    if (listens && NOT_HTTP.contains(port.number())) {
      findings.add(
          Rule.HTTP_ON_TLS_PORT,
          path.key("port"),
          "the protocol `%s` on port `%s` captures the traffic to all other hosts on that port"
              .formatted(protocol.get().word(), port.number()),
          otherThanHttp(alias, port));
    }
    if (alias.resolved().isRouted() && isGrpcByAnotherName(port.declared(), protocol.get())) {
      findings.add(
          Rule.GRPC_ON_HTTP_PORT,
          path.key("name"),
          "the name `%s` contains `grpc`, but the protocol of the port is `http`, which loses the"
                  .formatted(port.declared().name().orElse(""))
              + " status of gRPC calls",
          "Write `%s: grpc`, or write a name without `grpc` if the port does not carry gRPC"
              .formatted(port.declared().appProtocol().isPresent() ? "appProtocol" : "name"));
    }
  }

  /** A port number for HTTP that the alias does not use yet. */
  private static int freePort(AliasScope alias) {
    int port = CLEAR_HTTP;
    while (has(alias, port)) {
      port = port == CLEAR_HTTP ? SECOND_HTTP : port + 1;
    }
    return port;
  }

  private static boolean has(AliasScope alias, int number) {
    return alias.declared().ports().stream().anyMatch(port -> port.port() == number);
  }

  /**
   * The remedy for HTTP on a number that is common for other protocols. It depends on what the
   * alias supports.
   */
  private static String otherThanHttp(AliasScope alias, ResolvedPort port) {
    boolean mapsNoPorts = !alias.resolved().support(Capability.MAP_PORTS).possible();
    String moved =
        "`port: %s` and `targetPort: %s`".formatted(freePort(alias), port.targetNumber());
    String known = SuggestedPortName.known(port.number(), "tls");
    String named =
        port.declared().appProtocol().isPresent()
            ? "appProtocol: " + known.replaceAll("-.*", "")
            : "name: " + known;
    String unlike =
        known.equals("tls")
            ? "if the workload itself encrypts the traffic"
            : "if the port does not carry HTTP";
    if (port.originates()) {
      return "Write " + moved;
    }
    if (alias.declared().headless()) {
      return "Write `%s` %s, or remove `clusterIP` and write %s".formatted(named, unlike, moved);
    }
    return mapsNoPorts
        ? "Write `%s` %s, or write %s, and `tls: {mode: SIMPLE}` to originate TLS"
            .formatted(named, unlike, moved)
        : "Write %s, or write `%s` %s".formatted(moved, named, unlike);
  }

  private static boolean isGrpcByAnotherName(ServicePort port, IstioProtocol protocol) {
    return protocol == IstioProtocol.HTTP
        && port.name().orElse("").toLowerCase(Locale.ROOT).contains("grpc");
  }

  private static void externalName(
      AliasScope alias, ResolvedPort resolved, FieldPath path, FindingCollector findings) {
    if (!alias.resolved().isExternalNameService()) {
      return;
    }
    ServicePort port = resolved.declared();
    if (port.name().orElse("").equals("tcp")) {
      findings.add(
          Rule.TCP_NAME,
          path.key("name"),
          "the port of an external name has the name `tcp` without a suffix",
          "Write a name such as `name: tcp-" + port.port() + "`");
    }
    boolean carried = port.protocol() == Protocol.TCP;
    boolean bytes =
        resolved.protocol().isPresent() && !resolved.speaksHttp() && !resolved.speaksTls();
    boolean old = !PlatformFact.EXTERNAL_NAME_IS_ALIAS.holds(alias.platform());
    if (carried && bytes && old) {
      findings.add(
          Rule.TCP_LISTENER,
          path,
          "sidecars before Istio 1.21 send all TCP traffic on port `"
              + port.port()
              + "` to this host, whatever its destination",
          SharedPortRule.ownAddress(alias));
    }
  }
}
