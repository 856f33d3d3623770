package io.egressalias.judge;

import io.egressalias.model.DataPlane;
import io.egressalias.model.EgressAliases;
import io.egressalias.model.EndpointAddress;
import io.egressalias.model.ExternalName;
import io.egressalias.model.Istio;
import io.egressalias.model.IstioVersion;
import io.egressalias.model.KubernetesVersion;
import io.egressalias.model.OutboundTrafficPolicy;
import io.egressalias.model.PodSelector;
import io.egressalias.model.Protocol;
import io.egressalias.model.StaticEndpoints;
import io.egressalias.model.Target;
import io.egressalias.model.TargetPort;
import io.egressalias.model.Waypoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Builders;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Sets of declarations for every platform, target, protocol and TLS. Each field is drawn
 * separately, sometimes at its limit. Contradictions are then removed from most aliases, so that
 * most sets are valid.
 */
final class DeclarationArbitraries {
  private DeclarationArbitraries() {}

  /** Sets for one platform: one declaration, rarely two. */
  static Arbitrary<List<EgressAliases>> sets() {
    Arbitrary<Integer> sizes = Arbitraries.frequency(Tuple.of(9, 1), Tuple.of(1, 2));
    Arbitrary<Boolean> settled = Arbitraries.frequency(Tuple.of(24, true), Tuple.of(1, false));
    Arbitrary<List<DeclarationDraft>> drafts =
        sizes.flatMap(size -> declarations().list().ofSize(size));
    return Combinators.combine(drafts, settled).as(DeclarationArbitraries::set);
  }

  private static List<EgressAliases> set(List<DeclarationDraft> drafts, boolean settled) {
    DeclarationDraft first = drafts.get(0);
    for (DeclarationDraft draft : drafts) {
      draft.istio = first.istio;
      draft.kubernetes = first.kubernetes;
      draft.policy = first.policy;
      draft.clusterDomain = first.clusterDomain;
      draft.dataPlane = first.dataPlane;
      draft.waypoint = first.waypoint;
      if (settled) {
        draft.settle();
      }
    }
    return drafts.stream().map(DeclarationDraft::build).toList();
  }

  private static Arbitrary<DeclarationDraft> declarations() {
    return Builders.withBuilder(DeclarationDraft::new)
        .use(istio())
        .inSetter((d, istio) -> d.istio = istio)
        .use(kubernetes())
        .inSetter((d, kubernetes) -> d.kubernetes = kubernetes)
        .use(Arbitraries.frequency(Tuple.of(3, "ALLOW_ANY"), Tuple.of(1, "REGISTRY_ONLY")))
        .inSetter((d, policy) -> d.policy = OutboundTrafficPolicy.valueOf(policy))
        .use(Arbitraries.frequency(Tuple.of(3, DataPlane.SIDECAR), Tuple.of(1, DataPlane.AMBIENT)))
        .inSetter((d, dataPlane) -> d.dataPlane = dataPlane)
        .use(waypoints().optional(0.9))
        .inSetter((d, waypoint) -> d.waypoint = waypoint)
        .use(Edges.mostly(Edges.domains(), Edges.domainEdges()))
        .inSetter((d, domain) -> d.clusterDomain = domain)
        .use(Edges.mostly(Edges.labels(), Edges.labelEdges()).optional(0.7))
        .inSetter((d, namespace) -> d.namespace = namespace)
        .use(labels(0.2))
        .inSetter((d, labels) -> d.labels = labels)
        .use(annotations(0.2))
        .inSetter((d, annotations) -> d.annotations = annotations)
        .use(tls().optional(0.25))
        .inSetter((d, tls) -> d.tls = tls)
        .use(aliases().list().ofMinSize(1).ofMaxSize(3))
        .inSetter((d, aliases) -> d.aliases = aliases)
        .build();
  }

  private static Arbitrary<Waypoint> waypoints() {
    return Arbitraries.of(
        Waypoint.named("waypoint"),
        Waypoint.named("waypoint", "istio-egress"),
        Waypoint.ofNamespace());
  }

  private static Arbitrary<Istio> istio() {
    return Arbitraries.frequencyOf(
        Tuple.of(3, Arbitraries.of(Istio.undeclared(), Istio.none())),
        Tuple.of(6, Arbitraries.of(20, 21, 22, 27).map(DeclarationArbitraries::istio)));
  }

  static Istio istio(int minor) {
    return Istio.release(new IstioVersion(1, minor));
  }

  private static Arbitrary<Optional<KubernetesVersion>> kubernetes() {
    return Arbitraries.of(32, 33, 36).map(minor -> new KubernetesVersion(1, minor)).optional(0.7);
  }

  private static Arbitrary<AliasDraft> aliases() {
    return Builders.withBuilder(AliasDraft::new)
        .use(Edges.mostly(Edges.labels(), Edges.labelEdges()))
        .inSetter((d, name) -> d.name = name)
        .use(Edges.mostly(Edges.labels(), Edges.labelEdges()).optional(0.2))
        .inSetter((d, namespace) -> d.namespace = namespace)
        .use(labels(0.3))
        .inSetter((d, labels) -> d.labels = labels)
        .use(annotations(0.3))
        .inSetter((d, annotations) -> d.annotations = annotations)
        .use(targets())
        .inSetter((d, target) -> d.target = target)
        .use(Arbitraries.frequency(Tuple.of(1, true), Tuple.of(5, false)))
        .inSetter((d, headless) -> d.headless = headless)
        .use(ports())
        .inSetter((d, ports) -> d.ports = ports)
        .use(tls().optional(0.6))
        .inSetter((d, tls) -> d.tls = tls)
        .use(selectors().optional(0.3))
        .inSetter((d, selector) -> d.workloadSelector = selector)
        .use(Edges.mostly(Edges.authorities(), Edges.authorityEdges()).optional(0.15))
        .inSetter((d, authority) -> d.authority = authority)
        .use(Arbitraries.frequency(Tuple.of(1, true), Tuple.of(9, false)))
        .inSetter((d, preserve) -> d.preserveAuthority = preserve)
        .use(waypoints().optional(0.1))
        .inSetter((d, waypoint) -> d.waypoint = waypoint)
        .build();
  }

  private static Arbitrary<Target> targets() {
    return Arbitraries.frequencyOf(
        Tuple.of(5, Edges.mostly(Edges.hosts(), Edges.hostEdges()).map(ExternalName::new)),
        Tuple.of(1, Edges.clusterNames().map(ExternalName::new)),
        Tuple.of(
            5,
            Edges.mostly(Edges.addresses(), Edges.addressEdges())
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .uniqueElements()
                .flatMap(DeclarationArbitraries::endpoints)),
        Tuple.of(1, selectors().map(PodSelector::new)));
  }

  /** Some addresses have hostnames, and several may have the same one. */
  private static Arbitrary<StaticEndpoints> endpoints(List<String> addresses) {
    return Edges.mostly(Edges.labels(), Edges.labelEdges())
        .optional(0.2)
        .list()
        .ofSize(addresses.size())
        .map(
            names -> {
              List<EndpointAddress> endpoints = new ArrayList<>();
              for (int i = 0; i < names.size(); i++) {
                endpoints.add(new EndpointAddress(addresses.get(i), names.get(i)));
              }
              return StaticEndpoints.of(endpoints);
            });
  }

  private static Arbitrary<List<PortDraft>> ports() {
    Arbitrary<List<PortDraft>> some =
        port()
            .list()
            .ofMinSize(1)
            .ofMaxSize(4)
            .uniqueElements(PortDraft::place)
            .uniqueElements(draft -> draft.name.orElse(""));
    return Arbitraries.frequencyOf(
        Tuple.of(12, some), Tuple.of(1, Arbitraries.create(ArrayList::new)));
  }

  private static Arbitrary<PortDraft> port() {
    return Builders.withBuilder(PortDraft::new)
        .use(protocols())
        .inSetter((d, protocol) -> d.protocol = protocol)
        .use(names())
        .inSetter((d, said) -> say(d, said))
        .use(Edges.mostly(Edges.numbers(), Edges.numberEdges()))
        .inSetter((d, number) -> d.number = number)
        .use(targetPorts().optional(0.3))
        .inSetter((d, target) -> d.target = target)
        .use(tls().optional(0.25))
        .inSetter((d, tls) -> d.tls = tls)
        .build();
  }

  private static Arbitrary<Protocol> protocols() {
    return Arbitraries.frequency(
        Tuple.of(16, Protocol.TCP), Tuple.of(2, Protocol.UDP), Tuple.of(1, Protocol.SCTP));
  }

  private record Said(Optional<String> name, Optional<String> appProtocol) {}

  private static void say(PortDraft draft, Said said) {
    draft.name = said.name();
    draft.appProtocol = said.appProtocol();
    if (draft.protocol == Protocol.UDP) {
      draft.appProtocol = Optional.empty();
      draft.name = said.name().map(name -> "udp-" + name.length());
    } else if (draft.protocol == Protocol.SCTP) {
      draft.appProtocol = Optional.empty();
      draft.name = said.name().map(name -> "tcp-sctp-" + name.length());
    }
  }

  private static Arbitrary<Said> names() {
    Arbitrary<String> words =
        Arbitraries.frequency(
            Tuple.of(5, "http"),
            Tuple.of(1, "http2"),
            Tuple.of(2, "grpc"),
            Tuple.of(1, "grpc-web"),
            Tuple.of(2, "https"),
            Tuple.of(2, "tls"),
            Tuple.of(4, "tcp"),
            Tuple.of(1, "mongo"),
            Tuple.of(1, "mysql"),
            Tuple.of(1, "redis"));
    Arbitrary<String> tails =
        Arbitraries.of("", "-x", "-web", "-8080", "-postgres", "-grpc", "-" + "x".repeat(53));
    Arbitrary<String> names = Combinators.combine(words, tails).as((word, tail) -> word + tail);
    Arbitrary<String> protocols = Edges.mostly(Edges.appProtocols(), Edges.appProtocolEdges());
    return Arbitraries.frequencyOf(
        Tuple.of(
            14,
            Edges.mostly(names, Edges.portNameEdges())
                .map(name -> new Said(Optional.of(name), Optional.empty()))),
        Tuple.of(
            3,
            Combinators.combine(Edges.portNames(), protocols)
                .as((name, word) -> new Said(Optional.of(name), Optional.of(word)))),
        Tuple.of(
            1,
            Combinators.combine(names, protocols)
                .as((name, word) -> new Said(Optional.of(name), Optional.of(word)))),
        Tuple.of(3, detected()));
  }

  /** Ports whose protocol Istio detects, or knows by a word of Kubernetes. */
  private static Arbitrary<Said> detected() {
    Arbitrary<Optional<String>> names = Edges.detectedNames().optional(0.7);
    Arbitrary<Optional<String>> words = Edges.detectedWords().optional(0.3);
    return Combinators.combine(names, words).as(Said::new);
  }

  private static Arbitrary<TargetPort> targetPorts() {
    return Arbitraries.frequencyOf(
        Tuple.of(
            3, Edges.mostly(Edges.numbers(), Edges.numberEdges()).map(TargetPort.ByNumber::new)),
        Tuple.of(
            1,
            Edges.mostly(Edges.targetNames(), Edges.targetNameEdges())
                .map(TargetPort.ByName::new)));
  }

  /** TLS of each mode, with certificates from the sources that the mode supports. */
  static Arbitrary<TlsDraft> tls() {
    Arbitrary<String> files = Edges.mostly(Edges.files(), Edges.fileEdges());
    Arbitrary<String> secrets = Edges.mostly(Edges.secrets(), Edges.secretEdges());
    return Builders.withBuilder(TlsDraft::new)
        .use(Arbitraries.of(TlsDraft.Mode.class))
        .inSetter((d, mode) -> d.mode = mode)
        .use(Edges.mostly(Edges.hosts(), Edges.hostEdges()).optional(0.6))
        .inSetter((d, sni) -> d.sni = sni)
        .use(Edges.mostly(Edges.subjectAltNames(), Edges.subjectAltNameEdges()).list().ofMaxSize(2))
        .inSetter((d, names) -> d.subjectAltNames = names)
        .use(Arbitraries.frequencyOf(Tuple.of(2, files), Tuple.of(1, Arbitraries.just("system"))))
        .inSetter((d, ca) -> d.caCertificates = Optional.of(ca))
        .use(Combinators.combine(secrets, files, Arbitraries.of(0, 1, 2)).as(Certificates::new))
        .inSetter((d, certificates) -> certificates.into(d))
        .build();
  }

  private record Certificates(String secret, String file, int where) {

    void into(TlsDraft draft) {
      if (where == 0 && draft.originates()) {
        draft.credentialName = Optional.of(secret);
        draft.caCertificates = Optional.empty();
      } else if (where == 1) {
        draft.caCertificates = Optional.empty();
      }
      if (where > 0 && draft.mode == TlsDraft.Mode.MUTUAL) {
        draft.clientCertificate = Optional.of(file);
        draft.privateKey = Optional.of("/etc/certs/key.pem");
      }
    }
  }

  private static Arbitrary<Map<String, String>> labels(double share) {
    return entries(
        Edges.mostly(Edges.keys(), Edges.keyEdges()),
        Edges.mostly(Edges.values(), Edges.valueEdges()),
        share);
  }

  private static Arbitrary<Map<String, String>> annotations(double share) {
    return entries(Edges.mostly(Edges.keys(), Edges.keyEdges()), Edges.texts(), share);
  }

  private static Arbitrary<Map<String, String>> entries(
      Arbitrary<String> keys, Arbitrary<String> values, double share) {
    return Arbitraries.maps(keys, values)
        .ofMinSize(1)
        .ofMaxSize(3)
        .optional(share)
        .map(entries -> new LinkedHashMap<>(entries.orElse(Map.of())));
  }

  private static Arbitrary<Map<String, String>> selectors() {
    return Arbitraries.maps(
            Edges.mostly(Edges.keys(), Edges.keyEdges()),
            Edges.mostly(Edges.values(), Edges.valueEdges()))
        .ofMinSize(1)
        .ofMaxSize(2)
        .map(LinkedHashMap::new);
  }
}
