package io.egressalias.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.model.ClientTls;
import io.egressalias.model.DataPlane;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.EgressAliases;
import io.egressalias.model.Istio;
import io.egressalias.model.IstioProtocol;
import io.egressalias.model.IstioVersion;
import io.egressalias.model.Mutual;
import io.egressalias.model.OutboundTrafficPolicy;
import io.egressalias.model.Platform;
import io.egressalias.model.PodSelector;
import io.egressalias.model.Protocol;
import io.egressalias.model.ServicePort;
import io.egressalias.model.Simple;
import io.egressalias.model.TargetPort;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class ResolvedAliasTest {
  private static final Platform MESH = platform(Istio.undeclared());

  private static Platform platform(Istio istio) {
    return Platform.builder().istio(istio).build();
  }

  private static EgressAlias.Builder alias() {
    return EgressAlias.builder().name("any").externalName("a.example");
  }

  private static ResolvedTls tls(EgressAlias.Builder alias) {
    EgressAlias built = alias.addPorts(ServicePort.of("http", 80)).build();
    return ResolvedAlias.of(built, MESH).ports().get(0).tls();
  }

  @ParameterizedTest
  @CsvSource({
    "ALLOW_ANY, TCP, DIRECT",
    "REGISTRY_ONLY, TCP, SIDECAR",
    "REGISTRY_ONLY, UDP, DIRECT",
    "REGISTRY_ONLY, SCTP, DIRECT"
  })
  void formDependsOnThePolicyAndTheProtocol(
      OutboundTrafficPolicy policy, Protocol protocol, Form form) {
    ServicePort port = ServicePort.builder().name("any").port(53).protocol(protocol).build();
    EgressAlias alias = alias().addPorts(port).build();
    Platform platform = Platform.builder().outboundTrafficPolicy(policy).build();
    assertEquals(form, ResolvedAlias.of(alias, platform).form());
  }

  /** DNS maps no ports; addresses have Endpoints, which map them. */
  @ParameterizedTest
  @CsvSource({
    "a.example, TCP, 443, DIRECT",
    "a.example, TCP, 8443, SIDECAR",
    "a.example, UDP, 8443, DIRECT",
    "a.example, SCTP, 8443, DIRECT",
    "10.20.0.10, TCP, 8443, DIRECT"
  })
  void mappedPortOfAHostIsRouted(String target, Protocol protocol, int targetPort, Form form) {
    ServicePort port =
        ServicePort.builder()
            .name("any")
            .port(443)
            .targetPort(targetPort)
            .protocol(protocol)
            .build();
    EgressAlias.Builder alias = alias().addPorts(port);
    if (!target.equals("a.example")) {
      alias.endpoints(target);
    }
    assertEquals(form, ResolvedAlias.of(alias.build(), MESH).form());
    assertEquals(Form.DIRECT, ResolvedAlias.of(alias.build(), platform(Istio.none())).form());
  }

  @Test
  void nameOfATargetPortDoesNotRoute() {
    ServicePort port =
        ServicePort.builder()
            .name("tls")
            .port(443)
            .targetPort(new TargetPort.ByName("https"))
            .build();
    assertEquals(Form.DIRECT, ResolvedAlias.of(alias().addPorts(port).build(), MESH).form());
  }

  /** The Host header follows the server name of each port. */
  @ParameterizedTest
  @CsvSource({
    "-, false, a.example c.example - -",
    "-, true, - - - -",
    "b.example:8443, false, b.example:8443 b.example:8443 b.example:8443 -"
  })
  void authorityIsTheServerNameByDefault(String authority, boolean preserve, String expected) {
    EgressAlias.Builder alias =
        alias()
            .preserveAuthority(preserve)
            .tls(ClientTls.simple())
            .addPorts(ServicePort.of("http", 80))
            .addPorts(
                ServicePort.builder()
                    .name("grpc")
                    .port(81)
                    .tls(Simple.builder().sni("c.example").build())
                    .build())
            .addPorts(
                ServicePort.builder().name("http-plain").port(82).tls(ClientTls.disable()).build())
            .addPorts(ServicePort.of("tcp-a", 83));
    if (!authority.equals("-")) {
      alias.authority(authority);
    }
    assertEquals(
        expected,
        ResolvedAlias.of(alias.build(), MESH).ports().stream()
            .map(port -> port.authority().orElse("-"))
            .collect(Collectors.joining(" ")));
  }

  @Test
  void onlyExternalTargetsInAMeshAreRouted() {
    EgressAlias encrypted = alias().tls(ClientTls.simple()).build();
    assertEquals(Form.SIDECAR, ResolvedAlias.of(encrypted, MESH).form());
    assertEquals(Form.DIRECT, ResolvedAlias.of(encrypted, platform(Istio.none())).form());
    EgressAlias pods =
        EgressAlias.builder()
            .name("any")
            .target(new PodSelector(Map.of("app", "db")))
            .tls(ClientTls.simple())
            .build();
    assertEquals(Form.DIRECT, ResolvedAlias.of(pods, MESH).form());
    assertFalse(ResolvedAlias.of(pods, MESH).leavesMesh());
  }

  /** A new form fails the compilation here until it has an example. */
  private static EgressAlias example(Form form) {
    return switch (form) {
      case DIRECT -> alias().tls(ClientTls.disable()).build();
      case SIDECAR, WAYPOINT -> alias().tls(ClientTls.simple()).build();
    };
  }

  private static Platform platform(Form form) {
    return form == Form.WAYPOINT ? MESH.toBuilder().dataPlane(DataPlane.AMBIENT).build() : MESH;
  }

  @ParameterizedTest
  @EnumSource
  void everyFormIsChosenForSomeAlias(Form form) {
    assertEquals(form, ResolvedAlias.of(example(form), platform(form)).form());
  }

  @Test
  void namespaceAndLabelsOfTheDeclarationAreAdded() {
    EgressAlias alias = alias().build();
    EgressAliases shop =
        EgressAliases.builder()
            .namespace("shop")
            .putAllLabels(Map.of("team", "web"))
            .addAliases(alias)
            .build();
    ResolvedAlias resolved = ResolvedAlias.of(shop, alias);
    assertEquals("shop", resolved.namespace());
    assertEquals(Map.of("team", "web"), resolved.alias().labels());
    assertEquals("default", ResolvedAlias.of(alias, MESH).namespace());
  }

  /** The platform is a mesh, so that only originated TLS gives an alias the routed form. */
  @Test
  void tlsOfTheDeclarationIsAddedWhereTheAliasLeadsOut() {
    EgressAlias.Builder http =
        EgressAlias.builder().name("any").addPorts(ServicePort.of("http", 80));
    EgressAlias host = http.externalName("a.example").build();
    EgressAlias addresses = http.endpoints("192.0.2.10").build();
    EgressAlias pods = http.target(new PodSelector(Map.of("app", "a"))).build();
    EgressAlias inside = http.externalName("a.data.svc.cluster.local").build();
    EgressAlias own = host.toBuilder().tls(ClientTls.disable()).build();
    EgressAliases declaration =
        EgressAliases.builder()
            .tls(ClientTls.simple())
            .addAllAliases(List.of(host, addresses, pods, inside, own))
            .build();
    List<Form> forms =
        declaration.aliases().stream()
            .map(alias -> ResolvedAlias.of(declaration, alias).form())
            .toList();
    assertEquals(List.of(Form.SIDECAR, Form.SIDECAR, Form.DIRECT, Form.DIRECT, Form.DIRECT), forms);
    assertEquals(
        Optional.of("a.example"), ResolvedAlias.of(declaration, host).ports().get(0).tls().sni());
    assertEquals(
        Optional.of(ClientTls.simple()), ResolvedAlias.of(declaration, host).alias().tls());
    assertEquals(Optional.empty(), ResolvedAlias.of(declaration, pods).alias().tls());
    assertEquals(Optional.empty(), ResolvedAlias.of(declaration, inside).alias().tls());
  }

  @Test
  void defaultsOfTlsAreFilledIn() {
    ResolvedTls tls = tls(alias().tls(ClientTls.simple()));
    assertEquals(ResolvedTls.Mode.SIMPLE, tls.mode());
    assertEquals(Optional.of("a.example"), tls.sni());
    assertEquals(List.of("a.example"), tls.subjectAltNames());
    assertEquals(Optional.of("system"), tls.caCertificates());
    assertEquals(tls, tls(alias().tls(Simple.builder().sni("a.example").build())));
  }

  @Test
  void declaredTlsIsKept() {
    ResolvedTls tls =
        tls(
            EgressAlias.builder()
                .name("any")
                .endpoints("10.20.0.10")
                .tls(
                    Mutual.builder()
                        .sni("b.example")
                        .addSubjectAltNames("c.example")
                        .caCertificates("/ca.pem")
                        .clientCertificate("/client.pem")
                        .privateKey("/key.pem")
                        .build()));
    assertEquals(
        new ResolvedTls(
            ResolvedTls.Mode.MUTUAL,
            Optional.of("b.example"),
            List.of("c.example"),
            Optional.of("/ca.pem"),
            Optional.empty(),
            Optional.of("/client.pem"),
            Optional.of("/key.pem")),
        tls);
  }

  @Test
  void filesAreEmptyIfASecretIsDeclared() {
    ResolvedTls tls =
        tls(alias().tls(Mutual.builder().credentialName("cert").privateKey("/key.pem").build()));
    assertEquals(Optional.of("cert"), tls.credentialName());
    assertEquals(Optional.empty(), tls.caCertificates());
    assertEquals(Optional.empty(), tls.privateKey());
  }

  @Test
  void sniIsEmptyForAddressesWithoutADeclaredName() {
    ResolvedTls tls =
        tls(EgressAlias.builder().name("any").endpoints("10.20.0.10").tls(ClientTls.simple()));
    assertTrue(tls.originates());
    assertEquals(Optional.empty(), tls.sni());
    assertEquals(List.of(), tls.subjectAltNames());
  }

  @Test
  void eachPortIsResolvedSeparately() {
    EgressAlias alias =
        alias()
            .authority("b.example")
            .tls(ClientTls.simple())
            .addPorts(ServicePort.builder().name("http").port(80).targetPort(443).build())
            .addPorts(ServicePort.builder().name("tls").port(8443).tls(ClientTls.disable()).build())
            .addPorts(ServicePort.of("unknown", 9000))
            .build();
    List<ResolvedPort> ports = ResolvedAlias.of(alias, MESH).ports();
    assertEquals(
        List.of(
            "80>443 Optional[HTTP] true Optional[b.example]",
            "8443>8443 Optional[TLS] false Optional.empty",
            "9000>9000 Optional.empty true Optional.empty"),
        ports.stream().map(ResolvedAliasTest::text).toList());
    assertEquals(Optional.of(IstioProtocol.HTTP), ports.get(0).protocol());
  }

  private static String text(ResolvedPort port) {
    return "%s>%s %s %s %s"
        .formatted(
            port.number(),
            port.targetNumber(),
            port.protocol(),
            port.originates(),
            port.authority());
  }

  @Test
  void supportFollowsFromTheForm() {
    Platform old = platform(Istio.release(new IstioVersion(1, 13)));
    EgressAlias encrypted = alias().tls(ClientTls.simple()).build();
    Support selection = ResolvedAlias.of(encrypted, old).support(Capability.SELECT_WORKLOADS);
    assertTrue(selection.possible());
    assertEquals("Istio 1.14", selection.missingOn(old).orElseThrow().since());
    assertEquals(Optional.empty(), selection.missingOn(MESH));
    EgressAlias plain = alias().build();
    assertFalse(ResolvedAlias.of(plain, MESH).support(Capability.MAP_PORTS).possible());
    EgressAlias addresses = EgressAlias.builder().name("any").endpoints("10.20.0.10").build();
    assertTrue(ResolvedAlias.of(addresses, MESH).support(Capability.MAP_PORTS).possible());
  }
}
