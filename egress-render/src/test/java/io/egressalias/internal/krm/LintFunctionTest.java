package io.egressalias.internal.krm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the function that judges the items of a list. */
final class LintFunctionTest {
  private static final String ITEMS =
      """
      items:
      - apiVersion: v1
        kind: Service
        metadata: {name: maps, namespace: edge}
        spec: {type: ExternalName, externalName: maps.example.org}
      - apiVersion: networking.istio.io/v1
        kind: DestinationRule
        metadata: {name: maps, namespace: edge}
        spec: {host: [maps]}
      """;

  private static final String RIGHT = ITEMS.replace("[maps]", "elsewhere.example.org");
  private static final String MARKED =
      RIGHT.replace(
          "namespace: edge}", "namespace: edge, annotations: {kustomize.config.k8s.io/id: x}}");

  private static String config(String spec) {
    return """
    functionConfig:
      apiVersion: egressalias.io/v1alpha1
      kind: EgressAliasesLint
      metadata:
        name: lint
      spec: %s
    """
        .formatted(spec);
  }

  @Test
  void findingNamesTheItemAndItsField() {
    FunctionOutput output = ResourceListFunction.run(Lists.with(ITEMS, config("{}")));
    assertTrue(output.failed());
    assertEquals(1, output.diagnostics().size());
    String told = output.diagnostics().get(0).toString();
    assertTrue(told.startsWith("error EGA1204: [DestinationRule edge/maps].spec.host: "), told);
    String text = output.text();
    assertTrue(text.startsWith(Lists.with(ITEMS, config("{}"))), text);
    assertTrue(text.contains("    kind: DestinationRule\n    name: maps\n"), text);
    assertTrue(text.contains("  field:\n    path: spec.host\n"), text);
  }

  @Test
  void dataPlaneSelectsTheRules() {
    String items =
        """
        items:
        - apiVersion: networking.istio.io/v1
          kind: ServiceEntry
          metadata: {name: bank, namespace: shop}
          spec:
            hosts: [api.bank.example]
            location: MESH_EXTERNAL
            resolution: DNS
            ports: [{number: 80, name: http, protocol: HTTP, targetPort: 443}]
        - apiVersion: networking.istio.io/v1
          kind: DestinationRule
          metadata: {name: bank, namespace: shop}
          spec:
            host: api.bank.example
            trafficPolicy:
              tls: {mode: SIMPLE, sni: api.bank.example, subjectAltNames: [api.bank.example]}
        """;
    String sidecar = config("{complete: true, platform: {istio: \"1.31\"}}");
    String ambient = config("{complete: true, platform: {istio: \"1.31\", dataPlane: ambient}}");
    assertFalse(ResourceListFunction.run(Lists.with(items, sidecar)).failed());
    FunctionOutput output = ResourceListFunction.run(Lists.with(items, ambient));
    assertTrue(output.failed());
    assertTrue(
        output.diagnostics().stream().anyMatch(each -> each.toString().contains("EGA1134")),
        output.diagnostics()::toString);
  }

  @Test
  void listInJsonIsJudged() {
    String list =
        "{\"apiVersion\": \"config.kubernetes.io/v1\", \"kind\": \"ResourceList\","
            + " \"functionConfig\": {\"apiVersion\": \"egressalias.io/v1alpha1\", \"kind\":"
            + " \"EgressAliasesLint\"}, \"items\": [{\"apiVersion\": \"v1\", \"kind\": \"Service\","
            + " \"metadata\": {\"name\": \"maps\"}, \"spec\": {\"ports\": 3}}]}";
    String told = ResourceListFunction.run(list).diagnostics().get(0).toString();
    assertTrue(told.startsWith("error EGA1204: [Service default/maps].spec.ports: "), told);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{platform: {istio: \"1.27\", kubernetes: \"1.34\", clusterDomain: cluster.test}}",
        "{platform: {dataPlane: ambient}}",
        "{namespace: edge, complete: true}",
        "{complete: false}",
        "{output: none}"
      })
  void itemsAreReturnedUnchanged(String spec) {
    String list = Lists.with(RIGHT, config(spec));
    FunctionOutput output = ResourceListFunction.run(list);
    assertFalse(output.failed(), output.diagnostics()::toString);
    assertTrue(output.text().startsWith(list), output.text());
  }

  @Test
  void nothingIsReturnedToTheValidatorsOfKustomize() {
    assertEquals("", ResourceListFunction.run(Lists.with(MARKED, config("{output: none}"))).text());
    assertFalse(ResourceListFunction.run(Lists.with(MARKED, config("{}"))).text().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{istio: \"1.27\"}",
        "{platform: {istio: old}}",
        "{platform: {istio: [1]}}",
        "{platform: {mesh: none}}",
        "{namespace: A_B}",
        "{complete: maybe}",
        "{output: all}"
      })
  void wrongConfigurationIsAFinding(String spec) {
    FunctionOutput output = ResourceListFunction.run(Lists.with(RIGHT, config(spec)));
    assertTrue(output.failed());
    assertEquals(
        List.of("EGA1001"),
        output.diagnostics().stream().map(finding -> finding.rule().code()).toList());
    assertTrue(output.diagnostics().get(0).path().toString().startsWith("spec."));
  }

  @Test
  void pluginOfKubectlJudgesDocuments() {
    String config = config("{output: none}").substring("functionConfig:\n".length()).stripIndent();
    assertTrue(LegacyPlugin.isLinter(config));
    assertFalse(LegacyPlugin.isTransformer(config));
    String documents =
        """
        apiVersion: v1
        kind: Service
        metadata: {name: maps, namespace: edge}
        spec: {type: ExternalName, externalName: maps.example.org}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: mail, namespace: edge}
        spec: {ports: 3}
        """;
    FunctionOutput wrong = LegacyPlugin.lint(config, documents);
    assertTrue(wrong.failed());
    assertTrue(
        wrong.diagnostics().toString().contains("[Service edge/mail].spec.ports: "),
        wrong.diagnostics()::toString);
    String right = documents.substring(0, documents.indexOf("---"));
    assertEquals(right, LegacyPlugin.lint(config, right).text());
    String marked = right.replace("edge}", "edge, annotations: {kustomize.config.k8s.io/id: x}}");
    assertEquals("", LegacyPlugin.lint(config, marked).text());
  }
}
