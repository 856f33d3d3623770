package io.egressalias.golden;

import io.egressalias.model.ClientTls;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.ExternalName;
import io.egressalias.model.IstioProtocol;
import io.egressalias.model.Mutual;
import io.egressalias.model.Origination;
import io.egressalias.model.OutboundTrafficPolicy;
import io.egressalias.model.Platform;
import io.egressalias.model.PodSelector;
import io.egressalias.model.Protocol;
import io.egressalias.model.ServicePort;
import io.egressalias.model.StaticEndpoints;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The expected destination of a call, computed from the declaration only and not from rendered
 * objects.
 *
 * @param url the call
 * @param outcome in the format of {@link Sidecar#outcome}
 */
public record ExpectedCall(String url, String outcome) {
  /** The address of the pods of a selector, and of those of the cluster's own Service. */
  static final String POD = "10.244.0.7";

  /** The cluster IP of the cluster's own Service, to which DNS resolves its aliases. */
  static final String SERVICE = "10.96.200.2";

  /** The domain of the Services of the cluster. */
  private static final String CLUSTER = ".svc.cluster.local";

  /** The protocols over HTTP/2. */
  private static final Set<IstioProtocol> HTTP2 =
      EnumSet.of(IstioProtocol.HTTP2, IstioProtocol.GRPC, IstioProtocol.GRPC_WEB);

  /** The SNI of a workload that speaks TLS. */
  private static final String OWN_SNI = "api.example.com";

  /** The calls of all TCP ports. A sidecar does not carry datagrams. */
  static List<ExpectedCall> of(
      EgressAlias alias, Platform platform, Situation situation, Optional<String> clusterIp) {
    List<ExpectedCall> calls = new ArrayList<>();
    for (ServicePort port : alias.ports()) {
      if (port.protocol() == Protocol.TCP) {
        calls.add(
            new ExpectedCall(
                url(alias, port, situation, clusterIp), outcome(alias, port, platform, situation)));
      }
    }
    return calls;
  }

  private static String url(
      EgressAlias alias, ServicePort port, Situation situation, Optional<String> clusterIp) {
    IstioProtocol protocol = protocol(port);
    if (protocol.isTls()) {
      Optional<String> address = isService(alias) ? Optional.of(SERVICE) : clusterIp;
      return "tls://%s:%d%s".formatted(OWN_SNI, port.port(), address.map("@"::concat).orElse(""));
    }
    String scheme = protocol.isHttp() ? "http" : "tcp";
    return "%s://%s:%d%s"
        .formatted(
            scheme,
            situation.host(alias.name()),
            port.port(),
            isService(alias) ? "@" + SERVICE : "");
  }

  /** Calls of ports whose protocol is detected are made with bytes of no known protocol. */
  static IstioProtocol protocol(ServicePort port) {
    return IstioProtocol.of(port).orElse(IstioProtocol.TCP);
  }

  private static String outcome(
      EgressAlias alias, ServicePort port, Platform platform, Situation situation) {
    boolean carried = isCarried(alias, platform);
    if (alias.target() instanceof ExternalName && !isService(alias) && !carried) {
      return situation.blocksUnknownHosts() ? Sidecar.NOTHING : Sidecar.DIALLED;
    }
    if (alias.workloadSelector().isPresent() && !situation.isSelected()) {
      return Sidecar.NOTHING;
    }
    boolean http = protocol(port).isHttp();
    String socket = socket(alias, port);
    return Sidecar.reached(
        addresses(alias).stream()
            .map(address -> address + ":" + port.targetNumber() + "=" + socket)
            .toList(),
        http ? host(alias, port).orElse(null) : null);
  }

  /** The rewritten Host header of a port. */
  static Optional<String> host(EgressAlias alias, ServicePort port) {
    boolean kept = alias.authority().isPresent() || alias.preserveAuthority();
    return !kept && alias.tls(port).orElse(null) instanceof Origination tls
        ? Optional.of(sni(alias, tls))
        : alias.authority();
  }

  /** Whether a sidecar handles the traffic of the alias, or needs to know its host. */
  static boolean isCarried(EgressAlias alias, Platform platform) {
    boolean unknown =
        platform.outboundTrafficPolicy() == OutboundTrafficPolicy.REGISTRY_ONLY
            && alias.target() instanceof ExternalName
            && !isService(alias)
            && alias.ports().stream().anyMatch(port -> port.protocol() == Protocol.TCP);
    boolean originates =
        alias.ports().stream()
            .map(alias::tls)
            .flatMap(Optional::stream)
            .anyMatch(Origination.class::isInstance);
    boolean mapped =
        alias.target() instanceof ExternalName
            && !isService(alias)
            && alias.ports().stream()
                .anyMatch(p -> p.protocol() == Protocol.TCP && p.targetNumber() != p.port());
    return originates || alias.authority().isPresent() || mapped || unknown;
  }

  /** Whether the target is the cluster's own Service. */
  static boolean isService(EgressAlias alias) {
    return alias.target() instanceof ExternalName name && name.host().endsWith(CLUSTER);
  }

  static List<String> addresses(EgressAlias alias) {
    if (alias.target() instanceof PodSelector || isService(alias)) {
      return List.of(POD);
    }
    return alias.target() instanceof ExternalName host
        ? List.of(host.host())
        : ((StaticEndpoints) alias.target()).addresses();
  }

  /** The SNI. */
  static String sni(EgressAlias alias, Origination tls) {
    return tls.sni().orElseGet(() -> addresses(alias).get(0));
  }

  /** The declared encryption of a port, in the format of the judge. */
  public static String socket(EgressAlias alias, ServicePort port) {
    return alias.tls(port).flatMap(tls -> socket(alias, port, tls)).orElse("plaintext");
  }

  /** TLS in the format of the judge: SNI, authorities, accepted names, and so on. */
  private static Optional<String> socket(EgressAlias alias, ServicePort port, ClientTls declared) {
    if (!(declared instanceof Origination tls)) {
      return Optional.empty();
    }
    String sni = sni(alias, tls);
    String authorities =
        tls.credentialName()
            .map("kubernetes://%s-cacert"::formatted)
            .orElse("file-root:" + tls.caCertificates().orElse("system"));
    String names = tls.subjectAltNames().isEmpty() ? sni : String.join(",", tls.subjectAltNames());
    String certificate =
        tls instanceof Mutual mutual ? " cert-secret=" + clientCertificate(mutual) : "";
    IstioProtocol protocol = protocol(port);
    boolean http2 = HTTP2.contains(protocol);
    return Optional.of(
        "tls(sni=%s ca-secret=%s sans=[%s]%s%s)"
            .formatted(sni, authorities, names, certificate, http2 ? " alpn=h2" : ""));
  }

  private static String clientCertificate(Mutual mutual) {
    return mutual
        .credentialName()
        .map("kubernetes://"::concat)
        .orElseGet(
            () ->
                "file-cert:"
                    + mutual.clientCertificate().orElseThrow()
                    + "~"
                    + mutual.privateKey().orElseThrow());
  }

  /** Returns the call and its destination. */
  @Override
  public String toString() {
    return url + " -> " + outcome;
  }
}
