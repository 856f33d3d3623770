package io.egressalias.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests generated code on which users of the values rely: equality, hash codes, {@code toString}
 * and builders.
 */
final class ValuesTest {

  /** Distinct values of a type, created again at each call. */
  private record Kind(String name, Supplier<List<Object>> values) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Kind> kinds() {
    return List.of(
        new Kind("alias", ValuesTest::aliases),
        new Kind("declaration", ValuesTest::declarations),
        new Kind("platform", ValuesTest::platforms),
        new Kind("port", ValuesTest::ports),
        new Kind("simple", ValuesTest::simple),
        new Kind("mutual", ValuesTest::mutual));
  }

  private static List<Object> aliases() {
    return List.of(
        alias().build(),
        EgressAlias.builder().name("other").externalName("a.example").build(),
        EgressAlias.builder().name("any").externalName("b.example").build(),
        EgressAlias.builder().name("any").endpoints("192.0.2.10").build(),
        alias().namespace("shop").build(),
        alias().putLabels("team", "shop").build(),
        alias().putAnnotations("team", "shop").build(),
        alias().headless(true).build(),
        alias().addPorts(ServicePort.of("http", 80)).build(),
        alias().tls(ClientTls.simple()).build(),
        alias().workloadSelector(new WorkloadSelector(Map.of("app", "curl"))).build(),
        alias().authority("a.example").build());
  }

  private static List<Object> declarations() {
    return List.of(
        EgressAliases.builder().build(),
        EgressAliases.builder()
            .platform(Platform.builder().clusterDomain("k8s.example").build())
            .build(),
        EgressAliases.builder().namespace("shop").build(),
        EgressAliases.builder().putAllLabels(Map.of("team", "shop")).build(),
        EgressAliases.builder().putAllAnnotations(Map.of("team", "shop")).build(),
        EgressAliases.builder().addAliases(alias().build()).build());
  }

  private static List<Object> platforms() {
    return List.of(
        Platform.undeclared(),
        Platform.builder().kubernetes(new KubernetesVersion(1, 34)).build(),
        Platform.builder().istio(Istio.release(new IstioVersion(1, 27))).build(),
        Platform.builder().clusterDomain("k8s.example").build(),
        Platform.builder().outboundTrafficPolicy(OutboundTrafficPolicy.REGISTRY_ONLY).build());
  }

  private static List<Object> ports() {
    return List.of(
        port().build(),
        ServicePort.builder().port(81).build(),
        port().name("http").build(),
        port().targetPort(8080).build(),
        port().targetPort(new TargetPort.ByName("web")).build(),
        port().protocol(Protocol.UDP).build(),
        port().appProtocol("http").build(),
        port().tls(ClientTls.simple()).build());
  }

  private static List<Object> simple() {
    return List.of(
        Simple.builder().build(),
        Simple.builder().sni("a.example").build(),
        Simple.builder().addSubjectAltNames("a.example").build(),
        Simple.builder().addAllSubjectAltNames(List.of("a.example", "b.example")).build(),
        Simple.builder().caCertificates("system").build(),
        Simple.builder().credentialName("secret").build());
  }

  private static List<Object> mutual() {
    return List.of(
        Mutual.builder().build(),
        Mutual.builder().sni("a.example").build(),
        Mutual.builder().addSubjectAltNames("a.example").build(),
        Mutual.builder().addAllSubjectAltNames(List.of("a.example", "b.example")).build(),
        Mutual.builder().caCertificates("system").build(),
        Mutual.builder().credentialName("secret").build(),
        Mutual.builder().clientCertificate("/client.pem").build(),
        Mutual.builder().privateKey("/key.pem").build());
  }

  private static EgressAlias.Builder alias() {
    return EgressAlias.builder().name("any").externalName("a.example");
  }

  private static ServicePort.Builder port() {
    return ServicePort.builder().port(80);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void valuesWithTheSameContentAreEqual(Kind kind) {
    List<Object> some = kind.values().get();
    List<Object> others = kind.values().get();
    for (int i = 0; i < some.size(); i++) {
      assertEquals(some.get(i), some.get(i));
      assertEquals(some.get(i), others.get(i));
      assertEquals(some.get(i).hashCode(), others.get(i).hashCode());
      assertNotEquals(some.get(i), kind);
      for (int j = 0; j < i; j++) {
        assertNotEquals(some.get(i), others.get(j));
        assertNotEquals(some.get(j), others.get(i));
      }
    }
  }

  /** Hash tables of values depend on this. */
  @ParameterizedTest
  @MethodSource("kinds")
  void differentValuesHaveDifferentHashes(Kind kind) {
    List<Object> values = kind.values().get();
    Set<Integer> hashes = new HashSet<>();
    values.forEach(value -> hashes.add(value.hashCode()));
    assertEquals(values.size(), hashes.size());
  }

  @Test
  void toStringShowsTheContent() {
    assertEquals(
        "ServicePort{port=80, protocol=TCP}", ServicePort.builder().port(80).build().toString());
    assertEquals(
        "ServicePort{name=tls, port=443, targetPort=ByNumber[value=8443], protocol=TCP,"
            + " appProtocol=tls, tls=Disable[]}",
        ServicePort.builder()
            .name("tls")
            .port(443)
            .targetPort(8443)
            .appProtocol("tls")
            .tls(ClientTls.disable())
            .build()
            .toString());
    assertEquals(
        "Mutual{sni=a.example, subjectAltNames=[b.example], caCertificates=/ca.pem,"
            + " credentialName=secret, clientCertificate=/client.pem, privateKey=/key.pem}",
        Mutual.builder()
            .sni("a.example")
            .addSubjectAltNames("b.example")
            .caCertificates("/ca.pem")
            .credentialName("secret")
            .clientCertificate("/client.pem")
            .privateKey("/key.pem")
            .build()
            .toString());
    assertEquals("Mutual{subjectAltNames=[]}", Mutual.builder().build().toString());
    assertEquals("Simple{subjectAltNames=[]}", Simple.builder().build().toString());
    assertEquals(
        "Simple{sni=a.example, subjectAltNames=[], caCertificates=system, credentialName=secret}",
        Simple.builder()
            .sni("a.example")
            .caCertificates("system")
            .credentialName("secret")
            .build()
            .toString());
    assertEquals(
        "Platform{istio=Undeclared[], clusterDomain=cluster.local,"
            + " outboundTrafficPolicy=ALLOW_ANY, dataPlane=SIDECAR}",
        Platform.undeclared().toString());
    assertEquals(
        "Platform{kubernetes=1.34, istio=None[], clusterDomain=cluster.local,"
            + " outboundTrafficPolicy=ALLOW_ANY, dataPlane=SIDECAR}",
        Platform.builder()
            .kubernetes(new KubernetesVersion(1, 34))
            .istio(Istio.none())
            .build()
            .toString());
    assertEquals(
        "EgressAlias{name=any, labels={}, annotations={}, target=ExternalName[host=a.example],"
            + " headless=false, ports=[], preserveAuthority=false}",
        alias().build().toString());
    assertEquals(
        "EgressAlias{name=any, namespace=shop, labels={}, annotations={},"
            + " target=ExternalName[host=a.example], headless=false, ports=[], tls=Disable[],"
            + " workloadSelector=WorkloadSelector[matchLabels={}], authority=b.example,"
            + " preserveAuthority=false}",
        alias()
            .namespace("shop")
            .tls(ClientTls.disable())
            .workloadSelector(new WorkloadSelector(Map.of()))
            .authority("b.example")
            .build()
            .toString());
    assertEquals(
        "EgressAliases{platform="
            + Platform.undeclared()
            + ", labels={}, annotations={}, aliases=["
            + alias().build()
            + "]}",
        EgressAliases.of(Platform.undeclared(), List.of(alias().build())).toString());
    assertEquals(
        "EgressAliases{platform="
            + Platform.undeclared()
            + ", namespace=shop, labels={}, annotations={}, aliases=[]}",
        EgressAliases.builder().namespace("shop").build().toString());
  }

  @Test
  void buildersCopyValues() {
    EgressAlias alias = fullAlias();
    assertEquals(alias, alias.toBuilder().build());
    ServicePort port = alias.ports().get(0);
    assertEquals(port, port.toBuilder().build());
    Mutual mutual = fullMutual();
    assertEquals(mutual, mutual.toBuilder().build());
    Simple simple =
        Simple.builder()
            .sni("a.example")
            .addSubjectAltNames("b.example")
            .caCertificates("/ca.pem")
            .credentialName("c")
            .build();
    assertEquals(simple, simple.toBuilder().build());
    EgressAliases declaration =
        EgressAliases.builder()
            .platform(Platform.of("1.34", "none"))
            .namespace("shop")
            .putAllLabels(Map.of("a", "b"))
            .putAllAnnotations(Map.of("c", "d"))
            .addAliases(alias)
            .build();
    assertEquals(declaration, declaration.toBuilder().build());
    Platform platform =
        Platform.of("1.34", "1.27").toBuilder()
            .clusterDomain("c.local")
            .outboundTrafficPolicy(OutboundTrafficPolicy.REGISTRY_ONLY)
            .build();
    assertEquals(platform, platform.toBuilder().build());
  }

  @Test
  void buildersChangeValues() {
    EgressAlias alias = fullAlias();
    EgressAlias changed =
        alias.toBuilder()
            .name("other")
            .externalName("other.example")
            .ports(List.of(ServicePort.of("http", 8080)))
            .labels(Map.of())
            .annotations(Map.of())
            .tls(Optional.empty())
            .build();
    assertEquals("other", changed.name());
    assertEquals(new ExternalName("other.example"), changed.target());
    assertEquals(List.of(ServicePort.of("http", 8080)), changed.ports());
    assertEquals(Map.of(), changed.labels());
    assertEquals(Optional.empty(), changed.tls());
    assertEquals(alias.authority(), changed.authority());
    ServicePort more = ServicePort.of("tcp", 9000);
    assertEquals(
        List.of(alias.ports().get(0), more), alias.toBuilder().addPorts(more).build().ports());
    assertEquals(
        List.of("b.example"),
        fullMutual().toBuilder().subjectAltNames(List.of("b.example")).build().subjectAltNames());
  }

  private static EgressAlias fullAlias() {
    return EgressAlias.builder()
        .name("a")
        .namespace("shop")
        .putLabels("a", "b")
        .putAnnotations("c", "d")
        .endpoints("203.0.113.10")
        .headless(true)
        .addPorts(
            ServicePort.builder()
                .name("https")
                .port(443)
                .targetPort(8443)
                .protocol(Protocol.UDP)
                .appProtocol("https")
                .tls(ClientTls.disable())
                .build())
        .tls(fullMutual())
        .workloadSelector(new WorkloadSelector(Map.of("app", "web")))
        .authority("a.example")
        .build();
  }

  private static Mutual fullMutual() {
    return Mutual.builder()
        .sni("a.example")
        .addSubjectAltNames("a.example")
        .caCertificates("/ca.pem")
        .credentialName("c")
        .clientCertificate("/cert.pem")
        .privateKey("/key.pem")
        .build();
  }

  @Test
  void platformIsCreatedFromTexts() {
    Platform platform = Platform.of("1.34", "v1.27.3");
    assertEquals(Optional.of(new KubernetesVersion(1, 34)), platform.kubernetes());
    assertEquals(Istio.release(new IstioVersion(1, 27)), platform.istio());
    assertEquals(Istio.none(), Platform.of("1.34", "none").istio());
    assertThrows(IllegalArgumentException.class, () -> Platform.of("1.34", "latest"));
    assertThrows(IllegalArgumentException.class, () -> Platform.of("none", "1.27"));
  }

  @Test
  void buildersRequireTheRequiredValues() {
    assertEquals("[name, target]", missing(() -> EgressAlias.builder().build()));
    assertEquals("[target]", missing(() -> EgressAlias.builder().name("any").build()));
    assertEquals("[name]", missing(() -> EgressAlias.builder().externalName("any").build()));
    assertEquals("[port]", missing(() -> ServicePort.builder().build()));
  }

  private static String missing(Executable build) {
    Throwable refusal = assertThrows(IllegalStateException.class, build);
    return Objects.requireNonNull(refusal.getMessage()).replaceFirst(".* not set ", "");
  }
}
