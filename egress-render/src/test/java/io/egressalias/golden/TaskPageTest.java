package io.egressalias.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.declaration.DeclarationReader;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Rule;
import io.egressalias.render.ManifestRenderer;
import io.egressalias.yaml.ManifestYaml;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Istio's task page applies a DestinationRule to an external name. Istio ignores it since 1.21, and
 * a finding says so.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/tasks/traffic-management/egress/egress-kubernetes-services/">
 *     The task page</a>
 */
final class TaskPageTest {
  private static final String DOCUMENTS =
      """
      kind: Service
      apiVersion: v1
      metadata:
        name: my-httpbin
      spec:
        type: ExternalName
        externalName: httpbin.org
        ports:
        - name: http
          protocol: TCP
          port: 80
      ---
      apiVersion: networking.istio.io/v1
      kind: DestinationRule
      metadata:
        name: my-httpbin
      spec:
        host: my-httpbin.default.svc.cluster.local
        trafficPolicy:
          tls:
            mode: DISABLE
      ---
      kind: Service
      apiVersion: v1
      metadata:
        name: my-wikipedia
      spec:
        ports:
        - protocol: TCP
          port: 443
          name: tls
      ---
      kind: Endpoints
      apiVersion: v1
      metadata:
        name: my-wikipedia
      subsets:
        - addresses:
            - ip: 91.198.174.192
            - ip: 198.35.26.96
          ports:
            - port: 443
              name: tls
      ---
      apiVersion: networking.istio.io/v1
      kind: DestinationRule
      metadata:
        name: my-wikipedia
      spec:
        host: my-wikipedia.default.svc.cluster.local
        trafficPolicy:
          tls:
            mode: DISABLE
      """;

  private static final String DECLARATION =
      """
      apiVersion: egressalias.io/v1alpha1
      kind: EgressAliases
      metadata: {name: task-page}
      spec:
        platform: {%s}
        namespace: default
        aliases:
        - name: my-httpbin
          externalName: httpbin.org
          ports: [{name: http, port: 80%s}]
          tls: {mode: %s}
      """;

  private static final String CALL = "http://my-httpbin";
  private static final List<String> CALLS = List.of(CALL, "tls://my-wikipedia");

  @Test
  void destinationRuleOfThePageHasNoEffect() {
    Sidecar sidecar = Sidecar.of(DOCUMENTS, List.of(), CALLS);
    assertEquals(Sidecar.DIALLED, sidecar.outcome(CALL));
    assertEquals(
        Sidecar.reached(
            List.of("91.198.174.192:443=plaintext", "198.35.26.96:443=plaintext"), null),
        sidecar.outcome("tls://my-wikipedia"));
  }

  /** A reader of the page might write this to originate TLS. */
  @Test
  void destinationRuleOfThePageWithSimpleHasNoEffect() {
    String documents =
        DOCUMENTS.replaceFirst(
            "tls:\n *mode: DISABLE",
            "tls: {mode: SIMPLE, sni: httpbin.org, subjectAltNames: [httpbin.org], caCertificates:"
                + " system}");
    assertTrue(documents.contains("tls: {mode: SIMPLE"), documents);
    Sidecar sidecar = Sidecar.of(documents, List.of(), CALLS);
    assertEquals(Sidecar.DIALLED, sidecar.outcome(CALL));
  }

  @Test
  void ruleWithoutEffectIsReported() {
    for (String platform : List.of("", "istio: \"1.21\"", "istio: \"1.27\"")) {
      assertTrue(
          rules(DECLARATION.formatted(platform, "", "DISABLE")).contains(Rule.RULE_WITHOUT_EFFECT));
    }
    String old = DECLARATION.formatted("istio: \"1.20\"", "", "DISABLE");
    assertFalse(rules(old).contains(Rule.RULE_WITHOUT_EFFECT));
  }

  /** The remedy of the finding works, unlike the rule of the page. */
  @Test
  void simpleInTheDeclarationOriginatesTls() {
    String declaration = DECLARATION.formatted("istio: \"1.27\"", ", targetPort: 443", "SIMPLE");
    assertEquals(List.of(), rules(declaration));
    String manifests =
        ManifestYaml.write(ManifestRenderer.render(DeclarationReader.read("page", declaration)));
    Sidecar sidecar = Sidecar.of(manifests, List.of(), List.of(CALL));
    assertEquals(
        Sidecar.reached(
            List.of(
                "httpbin.org:443=tls(sni=httpbin.org ca-secret=file-root:system"
                    + " sans=[httpbin.org])"),
            "httpbin.org"),
        sidecar.outcome(CALL));
  }

  private static List<Rule> rules(String declaration) {
    return DeclarationReader.read("page", declaration).diagnostics().stream()
        .map(Diagnostic::rule)
        .toList();
  }
}
