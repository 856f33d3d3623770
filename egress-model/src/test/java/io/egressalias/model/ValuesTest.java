package io.egressalias.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds what users of the values rely on and nobody wrote: that they are equal where they hold the
 * same, say what they hold, and are built of what is set once.
 */
final class ValuesTest {

  /** Values of a type, made anew each time, of which no two hold the same. */
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
  void areEqualWhereTheyHoldTheSame(Kind kind) {
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

  /** Whoever keeps them in a table finds them by what they hold. */
  @ParameterizedTest
  @MethodSource("kinds")
  void haveHashesOfTheirOwn(Kind kind) {
    List<Object> values = kind.values().get();
    Set<Integer> hashes = new HashSet<>();
    values.forEach(value -> hashes.add(value.hashCode()));
    assertEquals(values.size(), hashes.size());
  }

  @Test
  void sayWhatTheyHold() {
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
            + " outboundTrafficPolicy=ALLOW_ANY}",
        Platform.undeclared().toString());
    assertEquals(
        "Platform{kubernetes=1.34, istio=None[], clusterDomain=cluster.local,"
            + " outboundTrafficPolicy=ALLOW_ANY}",
        Platform.builder()
            .kubernetes(new KubernetesVersion(1, 34))
            .istio(Istio.none())
            .build()
            .toString());
    assertEquals(
        "EgressAlias{name=any, labels={}, annotations={}, target=ExternalName[host=a.example],"
            + " headless=false, ports=[]}",
        alias().build().toString());
    assertEquals(
        "EgressAlias{name=any, namespace=shop, labels={}, annotations={},"
            + " target=ExternalName[host=a.example], headless=false, ports=[], tls=Disable[],"
            + " workloadSelector=WorkloadSelector[matchLabels={}], authority=b.example}",
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

  /** What a builder is given a second time, by the name of the attribute. */
  private record Twice(String attribute, Executable second) {
    @Override
    public String toString() {
      return attribute;
    }
  }

  static List<Twice> twice() {
    Platform platform = Platform.undeclared();
    WorkloadSelector pods = new WorkloadSelector(Map.of());
    KubernetesVersion kubernetes = new KubernetesVersion(1, 34);
    OutboundTrafficPolicy policy = OutboundTrafficPolicy.ALLOW_ANY;
    ClientTls tls = ClientTls.disable();
    return List.of(
        new Twice("name", () -> EgressAlias.builder().name("a").name("a")),
        new Twice("namespace", () -> EgressAlias.builder().namespace("a").namespace("a")),
        new Twice("target", () -> alias().externalName("b.example")),
        new Twice("headless", () -> alias().headless(false).headless(false)),
        new Twice("tls", () -> alias().tls(tls).tls(tls)),
        new Twice("workloadSelector", () -> alias().workloadSelector(pods).workloadSelector(pods)),
        new Twice("authority", () -> alias().authority("a").authority("a")),
        new Twice("platform", () -> EgressAliases.builder().platform(platform).platform(platform)),
        new Twice("namespace", () -> EgressAliases.builder().namespace("a").namespace("a")),
        new Twice(
            "kubernetes", () -> Platform.builder().kubernetes(kubernetes).kubernetes(kubernetes)),
        new Twice("istio", () -> Platform.builder().istio(Istio.none()).istio(Istio.none())),
        new Twice("clusterDomain", () -> Platform.builder().clusterDomain("a").clusterDomain("a")),
        new Twice(
            "outboundTrafficPolicy",
            () -> Platform.builder().outboundTrafficPolicy(policy).outboundTrafficPolicy(policy)),
        new Twice("name", () -> port().name("a").name("a")),
        new Twice("port", () -> port().port(80)),
        new Twice("targetPort", () -> port().targetPort(80).targetPort(80)),
        new Twice("protocol", () -> port().protocol(Protocol.TCP).protocol(Protocol.TCP)),
        new Twice("appProtocol", () -> port().appProtocol("a").appProtocol("a")),
        new Twice("tls", () -> port().tls(tls).tls(tls)),
        new Twice("sni", () -> Simple.builder().sni("a").sni("a")),
        new Twice("caCertificates", () -> Simple.builder().caCertificates("a").caCertificates("a")),
        new Twice("credentialName", () -> Simple.builder().credentialName("a").credentialName("a")),
        new Twice("sni", () -> Mutual.builder().sni("a").sni("a")),
        new Twice("caCertificates", () -> Mutual.builder().caCertificates("a").caCertificates("a")),
        new Twice("credentialName", () -> Mutual.builder().credentialName("a").credentialName("a")),
        new Twice(
            "clientCertificate",
            () -> Mutual.builder().clientCertificate("a").clientCertificate("a")),
        new Twice("privateKey", () -> Mutual.builder().privateKey("a").privateKey("a")));
  }

  @ParameterizedTest
  @MethodSource("twice")
  void areBuiltOfWhatIsSetOnce(Twice each) {
    assertEquals("attribute is already set: " + each.attribute(), refusal(each.second(), ".*, "));
  }

  @Test
  void areNotBuiltWithoutWhatTheyNeed() {
    assertEquals("[name, target]", missing(() -> EgressAlias.builder().build()));
    assertEquals("[target]", missing(() -> EgressAlias.builder().name("any").build()));
    assertEquals("[name]", missing(() -> EgressAlias.builder().externalName("any").build()));
    assertEquals("[port]", missing(() -> ServicePort.builder().build()));
  }

  private static String missing(Executable build) {
    return refusal(build, ".* not set ");
  }

  private static String refusal(Executable building, String beginning) {
    Throwable refusal = assertThrows(IllegalStateException.class, building);
    return Objects.requireNonNull(refusal.getMessage()).replaceFirst(beginning, "");
  }
}
