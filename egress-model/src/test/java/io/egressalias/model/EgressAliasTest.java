package io.egressalias.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class EgressAliasTest {
  private static final EgressAlias HTTPBIN =
      EgressAlias.builder()
          .name("my-httpbin")
          .externalName("httpbin.org")
          .addPorts(ServicePort.of("http", 80))
          .build();

  @Test
  void defaultsAreSet() {
    assertEquals(Optional.empty(), HTTPBIN.namespace());
    assertEquals("default", HTTPBIN.effectiveNamespace());
    assertFalse(HTTPBIN.headless());
    assertEquals(Optional.empty(), HTTPBIN.tls());
    assertEquals(Protocol.TCP, HTTPBIN.ports().get(0).protocol());
    assertEquals(80, HTTPBIN.ports().get(0).targetNumber());
    assertEquals("cluster.local", Platform.undeclared().clusterDomain());
    assertEquals(OutboundTrafficPolicy.ALLOW_ANY, Platform.undeclared().outboundTrafficPolicy());
  }

  @Test
  void aliasDoesNotChangeWithTheCollectionsPassedToItsBuilder() {
    Map<String, String> labels = new LinkedHashMap<>(Map.of("team", "payments"));
    List<String> addresses = new ArrayList<>(List.of("192.0.2.10"));
    EgressAlias alias =
        EgressAlias.builder()
            .name("any")
            .target(new StaticEndpoints(addresses))
            .putAllLabels(labels)
            .build();
    labels.put("stage", "test");
    addresses.add("192.0.2.11");
    assertEquals(Map.of("team", "payments"), alias.labels());
    assertEquals(new StaticEndpoints(List.of("192.0.2.10")), alias.target());
    assertThrows(UnsupportedOperationException.class, () -> alias.labels().put("a", "b"));
  }

  @Test
  void labelsKeepTheirOrder() {
    Map<String, String> labels = new LinkedHashMap<>();
    for (String key : List.of("zebra", "apple", "mango", "kiwi", "banana", "cherry")) {
      labels.put(key, "x");
    }
    EgressAlias alias =
        EgressAlias.builder().name("any").externalName("a.example").putAllLabels(labels).build();
    assertEquals(List.copyOf(labels.keySet()), List.copyOf(alias.labels().keySet()));
    PodSelector selector = new PodSelector(labels);
    assertEquals(List.copyOf(labels.keySet()), List.copyOf(selector.labels().keySet()));
  }

  @Test
  void resolveAddsValuesOfTheDeclaration() {
    EgressAlias own =
        EgressAlias.builder()
            .name("own")
            .externalName("a.example")
            .namespace("billing")
            .putLabels("team", "mine")
            .putAnnotations("note", "mine")
            .build();
    EgressAliases declaration =
        EgressAliases.builder()
            .namespace("shop")
            .putAllLabels(Map.of("team", "payments"))
            .putAllAnnotations(Map.of("owner", "payments"))
            .addAliases(HTTPBIN)
            .addAliases(own)
            .build();
    EgressAlias inherited = declaration.resolve(HTTPBIN);
    assertEquals("shop", inherited.effectiveNamespace());
    assertEquals(Map.of("team", "payments"), inherited.labels());
    assertEquals(HTTPBIN.ports(), inherited.ports());
    EgressAlias resolved = declaration.resolve(own);
    assertEquals("billing", resolved.effectiveNamespace());
    assertEquals(Map.of("team", "mine"), resolved.labels());
    assertEquals(Map.of("owner", "payments", "note", "mine"), resolved.annotations());
  }

  @Test
  void resolveKeepsEveryValueOfTheAlias() {
    EgressAlias full =
        EgressAlias.builder()
            .name("full")
            .endpoints("192.0.2.10")
            .headless(true)
            .addPorts(ServicePort.of("tls", 443))
            .tls(ClientTls.simple())
            .workloadSelector(new WorkloadSelector(Map.of("app", "curl")))
            .authority("a.example")
            .build();
    EgressAliases shop = EgressAliases.builder().namespace("shop").addAliases(full).build();
    EgressAlias resolved = shop.resolve(full);
    assertEquals(Optional.of("shop"), resolved.namespace());
    assertTrue(resolved.headless());
    assertEquals(full.target(), resolved.target());
    assertEquals(full.ports(), resolved.ports());
    assertEquals(full.tls(), resolved.tls());
    assertEquals(full.workloadSelector(), resolved.workloadSelector());
    assertEquals(full.authority(), resolved.authority());
    EgressAliases plain = EgressAliases.of(Platform.undeclared(), List.of(full));
    assertSame(full, plain.resolve(full));
  }

  @Test
  void tlsOfAPortTakesPrecedence() {
    ServicePort open = ServicePort.builder().name("tls").port(443).tls(ClientTls.disable()).build();
    ServicePort plain = ServicePort.of("http", 80);
    EgressAlias alias =
        EgressAlias.builder()
            .name("any")
            .externalName("a.example")
            .addPorts(open)
            .addPorts(plain)
            .tls(ClientTls.simple())
            .build();
    assertFalse(alias.originates(open));
    assertTrue(alias.originates(plain));
    assertFalse(HTTPBIN.originates(plain));
  }

  @Test
  void builderAcceptsEveryTarget() {
    List<Target> targets =
        List.of(
            new ExternalName("a.example"),
            new StaticEndpoints(List.of("192.0.2.10")),
            new PodSelector(Map.of("app", "db")));
    assertEquals(
        List.of("a.example", "[192.0.2.10]", "{app=db}"),
        targets.stream().map(target -> target.match(new InWords())).toList());
  }

  private static final class InWords implements Target.Cases<String> {
    @Override
    public String externalName(ExternalName target) {
      return target.host();
    }

    @Override
    public String endpoints(StaticEndpoints target) {
      return target.addresses().toString();
    }

    @Override
    public String selector(PodSelector target) {
      return target.labels().toString();
    }
  }

  @Test
  void targetPortIsANumberOrAName() {
    assertEquals(Optional.of(8080), new TargetPort.ByNumber(8080).asNumber());
    assertEquals(Optional.empty(), new TargetPort.ByName("web").asNumber());
  }

  @Test
  void targetNumberIsThatOfTheTargetPort() {
    assertEquals(
        8080, ServicePort.builder().name("http").port(80).targetPort(8080).build().targetNumber());
    assertEquals(
        80,
        ServicePort.builder()
            .name("http")
            .port(80)
            .targetPort(new TargetPort.ByName("web"))
            .build()
            .targetNumber());
  }
}
