package io.egressalias.declaration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Rule;
import io.egressalias.model.EgressAliases;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AssumptionsTest {
  private static final String DECLARED =
      """
      apiVersion: egressalias.io/v1alpha1
      kind: EgressAliases
      metadata: {name: a}
      spec:
        platform: {istio: "1.20", kubernetes: v1.33.2, clusterDomain: c.local,
          outboundTrafficPolicy: ALLOW_ANY}
        namespace: shop
        aliases:
        - {name: a, externalName: example.com, ports: [{name: https, port: 443}], tls: {mode: DISABLE}}
      """;

  private static final String OPEN =
      """
      apiVersion: egressalias.io/v1alpha1
      kind: EgressAliases
      metadata: {name: a}
      spec:
        aliases:
        - {name: a, externalName: example.com, ports: [{name: https, port: 443}], tls: {mode: DISABLE}}
      """;

  @ParameterizedTest
  @CsvSource({
    "ISTIO, 1.27, --istio 1.27, <istio>1.27</istio>",
    "KUBERNETES, 1.34, --kubernetes 1.34, <kubernetes>1.34</kubernetes>",
    "CLUSTER_DOMAIN, d.local, --cluster-domain d.local, <clusterDomain>d.local</clusterDomain>",
    "OUTBOUND_TRAFFIC_POLICY, REGISTRY_ONLY, --outbound-traffic-policy REGISTRY_ONLY,"
        + " <outboundTrafficPolicy>REGISTRY_ONLY</outboundTrafficPolicy>",
    "NAMESPACE, bank, --namespace bank, <namespace>bank</namespace>"
  })
  void contradictionNamesTheOptionAsTyped(
      AssumedValue field, String value, String option, String parameter) {
    assertTrue(contradiction(OptionStyle.COMMAND_LINE, field, value).contains("`" + option + "`"));
    assertTrue(contradiction(OptionStyle.MAVEN, field, value).contains("`" + parameter + "`"));
  }

  private static String contradiction(OptionStyle style, AssumedValue field, String value) {
    List<Diagnostic> found =
        DeclarationReader.read(
                List.of(Source.of("a.yaml", DECLARED)), Assumptions.of(style).with(field, value))
            .diagnostics();
    List<Diagnostic> contradictions =
        found.stream().filter(each -> each.rule() == Rule.CONTRADICTING_OPTION).toList();
    assertEquals(1, contradictions.size(), found::toString);
    return contradictions.get(0).message();
  }

  @ParameterizedTest
  @CsvSource({
    "ISTIO, v1.20.3",
    "KUBERNETES, 1.33",
    "CLUSTER_DOMAIN, c.local",
    "OUTBOUND_TRAFFIC_POLICY, ALLOW_ANY",
    "NAMESPACE, shop"
  })
  void equalValueIsNoContradiction(AssumedValue field, String value) {
    assertEquals(
        UncheckedReading.read("a.yaml", DECLARED),
        UncheckedReading.read(
            Source.of("a.yaml", DECLARED), Assumptions.none().with(field, value)));
  }

  @ParameterizedTest
  @CsvSource({
    "ISTIO, none",
    "KUBERNETES, 1.33",
    "CLUSTER_DOMAIN, c.local",
    "OUTBOUND_TRAFFIC_POLICY, REGISTRY_ONLY",
    "NAMESPACE, shop"
  })
  void assumedValueIsReadLikeADeclaredOne(AssumedValue field, String value) {
    String before = field == AssumedValue.NAMESPACE ? "  " : "  platform: {";
    String after = field == AssumedValue.NAMESPACE ? "" : "}";
    String declared =
        OPEN.replace(
            "spec:\n", "spec:\n" + before + field.key() + ": \"" + value + "\"" + after + "\n");
    List<EgressAliases> expected = UncheckedReading.read("a.yaml", declared);
    assertEquals(
        expected,
        UncheckedReading.read(Source.of("a.yaml", OPEN), Assumptions.none().with(field, value)));
  }

  @Test
  void namespaceInMetadataCountsAsDeclared() {
    String declared = OPEN.replace("{name: a}", "{name: a, namespace: shop}");
    List<EgressAliases> expected = UncheckedReading.read("a.yaml", declared);
    assertEquals(Optional.of("shop"), expected.get(0).namespace());
    Assumptions none = Assumptions.none();
    assertEquals(
        expected,
        UncheckedReading.read(
            Source.of("a.yaml", declared), none.with(AssumedValue.NAMESPACE, "shop")));
    Diagnostic found =
        DeclarationReader.read(
                List.of(Source.of("a.yaml", declared)), none.with(AssumedValue.NAMESPACE, "bank"))
            .diagnostics()
            .stream()
            .filter(each -> each.rule() == Rule.CONTRADICTING_OPTION)
            .findFirst()
            .orElseThrow();
    assertEquals("metadata.namespace", found.path().toString());
    assertTrue(found.remedy().contains("remove `metadata.namespace`"), found::remedy);
  }

  @Test
  void invalidValueIsRefused() {
    Assumptions none = Assumptions.none();
    assertThrows(
        IllegalArgumentException.class, () -> none.with(AssumedValue.ISTIO, "the newest one"));
  }
}
