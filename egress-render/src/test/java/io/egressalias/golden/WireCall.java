package io.egressalias.golden;

import io.egressalias.model.EgressAlias;
import io.egressalias.model.IpAddress;
import io.egressalias.model.IstioProtocol;
import io.egressalias.model.Mutual;
import io.egressalias.model.Origination;
import io.egressalias.model.ServicePort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A call through Envoy, and what must arrive.
 *
 * @param url the call
 * @param servers the servers of which one is reached; empty: none
 * @param words the expected properties of the call
 */
record WireCall(String url, Set<String> servers, List<String> words) {

  /** The call for an expected destination. */
  static WireCall of(EgressAlias alias, ServicePort port, ExpectedCall expected) {
    IstioProtocol protocol = ExpectedCall.protocol(port);
    boolean grpc = protocol == IstioProtocol.GRPC;
    String url = grpc ? expected.url().replace("http://", "grpc://") : expected.url();
    if (expected.outcome().equals(Sidecar.NOTHING)) {
      return new WireCall(url, Set.of(), List.of("nothing"));
    }
    Set<String> servers = new TreeSet<>();
    ExpectedCall.addresses(alias)
        .forEach(address -> servers.add(bracketed(address) + ":" + port.targetNumber()));
    return new WireCall(url, servers, words(alias, port, protocol, url));
  }

  private static List<String> words(
      EgressAlias alias, ServicePort port, IstioProtocol protocol, String url) {
    Optional<Origination> origination =
        alias.tls(port).filter(Origination.class::isInstance).map(Origination.class::cast);
    List<String> words = new ArrayList<>();
    if (protocol.isTls()) {
      // The bytes that the workload and the server exchange are unchanged.
      words.addAll(List.of("own-tls", "sni=api.example.com", "unchanged", "status=200"));
      return words;
    }
    if (origination.isPresent()) {
      words.addAll(List.of("tls", "sni=" + ExpectedCall.sni(alias, origination.get()), "verified"));
      words.add("alpn=" + applicationProtocol(protocol));
      words.add("client-cert=" + clientCertificate(origination.get()));
    } else {
      words.add("plaintext");
    }
    if (protocol.isHttp()) {
      words.add("host=" + ExpectedCall.host(alias, port).orElse(url.replaceFirst("^.*://", "")));
      words.add("status=200");
    } else {
      words.add("echoed");
    }
    if (protocol == IstioProtocol.GRPC) {
      words.add("grpc-status=0");
    }
    return words;
  }

  private static String applicationProtocol(IstioProtocol protocol) {
    return switch (protocol) {
      case HTTP -> "http/1.1";
      case GRPC, HTTP2 -> "h2";
      default -> "none";
    };
  }

  /** The name in the certificate, which is that of its file or Secret. */
  private static String clientCertificate(Origination tls) {
    if (!(tls instanceof Mutual mutual)) {
      return "none";
    }
    return mutual
        .credentialName()
        .orElseGet(() -> mutual.clientCertificate().orElseThrow().replaceFirst("^.*/", ""));
  }

  private static String bracketed(String address) {
    boolean v6 = IpAddress.parse(address).filter(ip -> !ip.isV4()).isPresent();
    return v6 ? "[" + address + "]" : address;
  }

  /** The call and its words, as an argument. */
  String argument() {
    return url + " -> " + String.join(" ", words);
  }
}
