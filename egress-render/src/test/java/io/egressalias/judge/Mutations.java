package io.egressalias.judge;

import io.egressalias.model.DataPlane;
import io.egressalias.model.EndpointAddress;
import io.egressalias.model.ExternalName;
import io.egressalias.model.Istio;
import io.egressalias.model.IstioVersion;
import io.egressalias.model.KubernetesVersion;
import io.egressalias.model.OutboundTrafficPolicy;
import io.egressalias.model.PodSelector;
import io.egressalias.model.Protocol;
import io.egressalias.model.StaticEndpoints;
import io.egressalias.model.TargetPort;
import io.egressalias.model.Waypoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** All mutations of each field of the model. */
final class Mutations {
  private static final Arbitrary<String> LABEL_EDGES = Edges.labelEdges();
  private static final Arbitrary<String> KEYS = Edges.keys();
  private static final Arbitrary<String> KEY_EDGES = Edges.keyEdges();
  private static final Arbitrary<String> RESERVED_KEYS = Edges.reservedKeys();
  private static final Arbitrary<String> VALUES = Edges.values();
  private static final Arbitrary<String> VALUE_EDGES = Edges.valueEdges();
  private static final Arbitrary<String> TEXTS = Edges.texts();
  private static final Arbitrary<Integer> NUMBER_EDGES = Edges.numberEdges();
  private static final Arbitrary<String> PORT_NAME_EDGES = Edges.portNameEdges();
  private static final Arbitrary<String> APP_PROTOCOLS = Edges.appProtocols();
  private static final Arbitrary<String> APP_PROTOCOL_EDGES = Edges.appProtocolEdges();
  private static final Arbitrary<String> TARGET_NAMES = Edges.targetNames();
  private static final Arbitrary<String> TARGET_NAME_EDGES = Edges.targetNameEdges();
  private static final Arbitrary<String> HOST_EDGES = Edges.hostEdges();
  private static final Arbitrary<String> ADDRESS_EDGES = Edges.addressEdges();
  private static final Arbitrary<String> SUBJECT_ALT_NAME_EDGES = Edges.subjectAltNameEdges();
  private static final Arbitrary<String> FILE_EDGES = Edges.fileEdges();
  private static final Arbitrary<String> SECRET_EDGES = Edges.secretEdges();
  private static final Arbitrary<String> AUTHORITIES = Edges.authorities();
  private static final Arbitrary<String> AUTHORITY_EDGES = Edges.authorityEdges();
  private static final Arbitrary<String> DOMAIN_EDGES = Edges.domainEdges();
  private static final Arbitrary<TlsDraft> TLS = DeclarationArbitraries.tls();
  private static final Arbitrary<Integer> BYTES = Arbitraries.of(98_000, 131_000, 262_144, 262_200);
  private static final Arbitrary<Integer> ISTIO = Arbitraries.of(0, 4, 5, 12, 13, 20, 21, 22, 40);
  private static final Arbitrary<Integer> KUBERNETES = Arbitraries.of(20, 32, 33, 35, 36, 40);

  private Mutations() {}

  static List<Mutation> all() {
    List<Mutation> all = new ArrayList<>();
    all.addAll(declaration());
    all.addAll(alias());
    all.addAll(targets());
    all.addAll(ports());
    all.addAll(tls());
    return all;
  }

  private static List<Mutation> declaration() {
    return List.of(
        new Mutation("clusterDomain", 2, (d, s) -> d.clusterDomain = s.draw(DOMAIN_EDGES)),
        new Mutation("namespace", 1, (d, s) -> d.namespace = some(s, LABEL_EDGES)),
        new Mutation("labels", 1, (d, s) -> put(d.labels, s, KEY_EDGES, VALUES)),
        new Mutation("annotations", 1, (d, s) -> put(d.annotations, s, KEY_EDGES, TEXTS)),
        new Mutation("no mesh", 1, (d, s) -> d.istio = Istio.none()),
        new Mutation("release of Istio", 6, (d, s) -> d.istio = istio(s)),
        new Mutation("release of Kubernetes", 2, (d, s) -> d.kubernetes = kubernetes(s)),
        new Mutation(
            "outboundTrafficPolicy", 1, (d, s) -> d.policy = OutboundTrafficPolicy.REGISTRY_ONLY),
        new Mutation("ambient mesh", 2, (d, s) -> d.dataPlane = DataPlane.AMBIENT),
        new Mutation("mesh of sidecars", 2, (d, s) -> d.dataPlane = DataPlane.SIDECAR),
        new Mutation("waypoint of the platform", 1, (d, s) -> d.waypoint = waypoint(s)),
        new Mutation("waypoint dropped", 2, (d, s) -> d.waypoint = Optional.empty()),
        new Mutation("a second alias of one name", 1, (d, s) -> twin(d)),
        new Mutation("a second alias of one address", 1, Mutations::neighbour),
        new Mutation("a circle of two aliases", 1, (d, s) -> circle(d)));
  }

  private static List<Mutation> alias() {
    return List.of(
        alias("name", 2, (a, s) -> a.name = s.draw(LABEL_EDGES)),
        alias("namespace", 1, (a, s) -> a.namespace = some(s, LABEL_EDGES)),
        alias("label key", 1, (a, s) -> put(a.labels, s, KEY_EDGES, VALUES)),
        alias("reserved label", 1, (a, s) -> put(a.labels, s, RESERVED_KEYS, VALUES)),
        alias("label value", 1, (a, s) -> put(a.labels, s, KEYS, VALUE_EDGES)),
        alias("annotation key", 1, (a, s) -> put(a.annotations, s, KEY_EDGES, TEXTS)),
        alias("reserved annotation", 2, (a, s) -> put(a.annotations, s, RESERVED_KEYS, TEXTS)),
        alias("annotation size", 2, (a, s) -> a.annotations.put("x", "x".repeat(s.draw(BYTES)))),
        alias("many labels", 1, Mutations::manyLabels),
        alias("clusterIP", 1, (a, s) -> a.headless = !a.headless),
        alias("authority", 2, (a, s) -> a.authority = some(s, AUTHORITY_EDGES)),
        alias("preserveAuthority", 1, (a, s) -> a.preserveAuthority = !a.preserveAuthority),
        alias("waypoint", 1, (a, s) -> a.waypoint = waypoint(s)),
        alias("an authority", 1, (a, s) -> a.authority = some(s, AUTHORITIES)),
        alias("selector added", 1, (a, s) -> a.workloadSelector = Optional.of(app())),
        alias("selector dropped", 1, (a, s) -> a.workloadSelector = Optional.empty()),
        alias(
            "selector key",
            1,
            (a, s) -> a.workloadSelector.ifPresent(m -> put(m, s, KEY_EDGES, VALUES))),
        alias(
            "selector value",
            1,
            (a, s) -> a.workloadSelector.ifPresent(m -> put(m, s, KEYS, VALUE_EDGES))),
        alias("selector emptied", 1, (a, s) -> a.workloadSelector.ifPresent(Map::clear)));
  }

  private static List<Mutation> targets() {
    return List.of(
        alias("externalName", 8, Mutations::host),
        alias("address", 7, (a, s) -> addresses(a, l -> l.set(0, s.draw(ADDRESS_EDGES)))),
        alias("hostname", 2, Mutations::hostname),
        alias("address twice", 1, (a, s) -> addresses(a, l -> l.add(s.draw(l)))),
        alias("many addresses", 3, (a, s) -> addresses(a, l -> manyAddresses(l, s))),
        alias("pods", 1, (a, s) -> a.target = new PodSelector(app())),
        alias("pod label key", 1, (a, s) -> pods(a, m -> put(m, s, KEY_EDGES, VALUES))),
        alias("pod label value", 1, (a, s) -> pods(a, m -> put(m, s, KEYS, VALUE_EDGES))),
        alias("pod labels emptied", 1, (a, s) -> pods(a, Map::clear)));
  }

  private static List<Mutation> ports() {
    return List.of(
        port("port", 3, (p, s) -> p.number = s.draw(NUMBER_EDGES)),
        port("port name", 6, (p, s) -> p.name = some(s, PORT_NAME_EDGES)),
        port("port name dropped", 1, (p, s) -> p.name = Optional.empty()),
        port("port protocol", 2, (p, s) -> p.protocol = other(p.protocol, s)),
        port("appProtocol", 2, (p, s) -> p.appProtocol = some(s, APP_PROTOCOL_EDGES)),
        port("an appProtocol", 1, (p, s) -> p.appProtocol = some(s, APP_PROTOCOLS)),
        port(
            "targetPort",
            1,
            (p, s) -> p.target = Optional.of(new TargetPort.ByNumber(s.draw(NUMBER_EDGES)))),
        port(
            "targetPort by name",
            1,
            (p, s) -> p.target = Optional.of(new TargetPort.ByName(s.draw(TARGET_NAMES)))),
        port(
            "targetPort's name",
            1,
            (p, s) -> p.target = Optional.of(new TargetPort.ByName(s.draw(TARGET_NAME_EDGES)))),
        alias(
            "port name twice",
            1,
            (a, s) -> another(a, s, p -> p.number = p.number == 1 ? 2 : p.number - 1)),
        alias("port twice", 1, (a, s) -> another(a, s, p -> p.name = p.name.map(n -> n + "-b"))),
        alias("port of two protocols", 1, (a, s) -> another(a, s, Mutations::datagrams)),
        port("number of others", 2, Mutations::numberOfOthers),
        alias("called tcp alone", 3, Mutations::calledTcp),
        port("called udp", 1, (p, s) -> p.name = Optional.of("udp-x")),
        alias("no ports", 2, (a, s) -> a.ports = new ArrayList<>()),
        alias("many ports", 3, Mutations::manyPorts));
  }

  private static List<Mutation> tls() {
    return List.of(
        alias("tls", 3, (a, s) -> a.tls = some(s, TLS)),
        port("tls of a port", 3, (p, s) -> p.tls = some(s, TLS)),
        alias("tls dropped", 1, (a, s) -> a.tls = Optional.empty()),
        originating("sni", 1, (t, s) -> t.sni = some(s, HOST_EDGES)),
        originating("sni dropped", 1, (t, s) -> t.sni = Optional.empty()),
        originating(
            "subjectAltNames", 1, (t, s) -> t.subjectAltNames.add(s.draw(SUBJECT_ALT_NAME_EDGES))),
        originating("caCertificates", 1, (t, s) -> t.caCertificates = some(s, FILE_EDGES)),
        originating(
            "credentialName",
            1,
            (t, s) -> t.credentialName = t.credentialName.map(x -> s.draw(SECRET_EDGES))),
        originating("a credentialName", 2, (t, s) -> t.credentialName = Optional.of("x")),
        originating("certificate", 1, (t, s) -> t.clientCertificate = Optional.empty()),
        originating(
            "private key", 1, (t, s) -> t.privateKey = t.privateKey.map(x -> s.draw(FILE_EDGES))),
        originating("mode", 1, (t, s) -> t.mode = TlsDraft.Mode.MUTUAL));
  }

  private static Mutation alias(String field, int weight, BiConsumer<AliasDraft, Sampler> change) {
    return new Mutation(field, weight, (d, s) -> change.accept(d.aliases.get(0), s));
  }

  private static Mutation port(String field, int weight, BiConsumer<PortDraft, Sampler> change) {
    return alias(
        field,
        weight,
        (a, s) -> {
          if (!a.ports.isEmpty()) {
            change.accept(s.draw(a.ports), s);
          }
        });
  }

  private static Mutation originating(
      String field, int weight, BiConsumer<TlsDraft, Sampler> change) {
    return alias(
        field,
        weight,
        (a, s) -> {
          List<TlsDraft> all = a.everyTls().stream().filter(TlsDraft::originates).toList();
          if (!all.isEmpty()) {
            change.accept(s.draw(all), s);
          }
        });
  }

  private static Istio istio(Sampler sampler) {
    return Istio.release(new IstioVersion(1, sampler.draw(ISTIO)));
  }

  private static Optional<KubernetesVersion> kubernetes(Sampler sampler) {
    return Optional.of(new KubernetesVersion(1, sampler.draw(KUBERNETES)));
  }

  private static Optional<Waypoint> waypoint(Sampler sampler) {
    String name = sampler.draw(LABEL_EDGES);
    return Optional.of(sampler.chance(2) ? Waypoint.named(name) : Waypoint.named("waypoint", name));
  }

  private static void twin(DeclarationDraft declaration) {
    declaration.aliases.add(AliasDraft.of(declaration.aliases.get(0).build()));
  }

  private static void neighbour(DeclarationDraft declaration, Sampler sampler) {
    AliasDraft alias = AliasDraft.of(declaration.aliases.get(0).build());
    if (!(alias.target instanceof StaticEndpoints) || alias.ports.isEmpty()) {
      return;
    }
    PortDraft port = sampler.draw(alias.ports);
    boolean encrypted = port.spoken().filter(p -> p.isTls()).isPresent();
    port.name = Optional.of(encrypted ? "http-other" : "tls-other");
    port.appProtocol = Optional.empty();
    port.tls = Optional.of(new TlsDraft());
    alias.name = "beside-" + alias.name.substring(alias.name.length() / 2);
    declaration.aliases.add(alias);
  }

  /** Makes the alias and a new one refer to each other. */
  private static void circle(DeclarationDraft declaration) {
    AliasDraft first = declaration.aliases.get(0);
    AliasDraft second = AliasDraft.of(first.build());
    second.name = "back-" + first.name.substring(first.name.length() / 2);
    String namespace = first.namespace.or(() -> declaration.namespace).orElse("default");
    first.target = new ExternalName(second.name + "." + namespace + ".svc");
    second.target = new ExternalName(first.name + "." + namespace + ".svc");
    declaration.aliases.add(second);
  }

  private static void host(AliasDraft alias, Sampler sampler) {
    if (alias.target instanceof ExternalName) {
      alias.target = new ExternalName(sampler.draw(HOST_EDGES));
    }
  }

  /** The maximum number that is mirrored or that a ServiceEntry accepts, or one more. */
  private static void manyAddresses(List<String> addresses, Sampler sampler) {
    int number = sampler.draw(List.of(1000, 1001, 1001, 1001, 1001, 4096, 4097));
    for (int i = addresses.size(); i < number; i++) {
      addresses.add("10.99.%d.%d".formatted(i >> 8, i & 0xff));
    }
  }

  private static void hostname(AliasDraft alias, Sampler sampler) {
    if (alias.target instanceof StaticEndpoints endpoints) {
      List<EndpointAddress> changed = new ArrayList<>(endpoints.endpoints());
      changed.set(0, EndpointAddress.of(changed.get(0).address(), sampler.draw(LABEL_EDGES)));
      alias.target = StaticEndpoints.of(changed);
    }
  }

  private static void addresses(AliasDraft alias, Consumer<List<String>> change) {
    if (alias.target instanceof StaticEndpoints endpoints) {
      List<String> addresses = new ArrayList<>(endpoints.addresses());
      change.accept(addresses);
      alias.target = new StaticEndpoints(addresses);
    }
  }

  /** More than an object may have, where only one object is affected. */
  private static void manyLabels(AliasDraft alias, Sampler sampler) {
    if (alias.target instanceof PodSelector) {
      String value = "v".repeat(63);
      for (int i = 0; i < 2500; i++) {
        alias.labels.put("team-" + i + value.substring(10), value);
      }
    }
  }

  private static void pods(AliasDraft alias, Consumer<Map<String, String>> change) {
    if (alias.target instanceof PodSelector pods) {
      Map<String, String> labels = new LinkedHashMap<>(pods.labels());
      change.accept(labels);
      alias.target = new PodSelector(labels);
    }
  }

  private static void another(AliasDraft alias, Sampler sampler, Consumer<PortDraft> change) {
    if (!alias.ports.isEmpty()) {
      PortDraft port = PortDraft.of(sampler.draw(alias.ports).build());
      change.accept(port);
      alias.ports.add(port);
    }
  }

  private static void datagrams(PortDraft port) {
    port.protocol = port.protocol == Protocol.UDP ? Protocol.TCP : Protocol.UDP;
    port.name = Optional.of(port.protocol == Protocol.UDP ? "udp-b" : "tcp-b");
    port.appProtocol = Optional.empty();
    port.tls = Optional.of(new TlsDraft());
  }

  private static void numberOfOthers(PortDraft port, Sampler sampler) {
    if (port.spoken().filter(p -> p.isHttp()).isPresent()) {
      port.number = sampler.draw(List.of(443, 636, 3306, 8443, 27_017));
    }
  }

  private static void calledTcp(AliasDraft alias, Sampler sampler) {
    if (alias.target instanceof ExternalName && !alias.ports.isEmpty()) {
      PortDraft port = sampler.draw(alias.ports);
      port.name = Optional.of("tcp");
      port.appProtocol = Optional.empty();
    }
  }

  /** The maximum number that a ServiceEntry accepts, or one more. */
  private static void manyPorts(AliasDraft alias, Sampler sampler) {
    if (alias.ports.isEmpty()) {
      return;
    }
    PortDraft pattern = sampler.draw(alias.ports);
    int most = sampler.chance(4) ? 256 : 257;
    for (int number = 20_000; alias.ports.size() < most; number++) {
      PortDraft port = PortDraft.of(pattern.build());
      String tail = "-" + number;
      port.number = number;
      port.name = port.name.map(n -> n.substring(0, Math.min(n.length(), 57)) + tail);
      alias.ports.add(port);
    }
  }

  private static Protocol other(Protocol protocol, Sampler sampler) {
    return sampler.draw(Arrays.stream(Protocol.values()).filter(p -> p != protocol).toList());
  }

  private static Map<String, String> app() {
    return new LinkedHashMap<>(Map.of("app", "curl"));
  }

  private static void put(
      Map<String, String> map, Sampler sampler, Arbitrary<String> keys, Arbitrary<String> values) {
    map.put(sampler.draw(keys), sampler.draw(values));
  }

  private static <T> Optional<T> some(Sampler sampler, Arbitrary<T> arbitrary) {
    return Optional.of(sampler.draw(arbitrary));
  }
}
