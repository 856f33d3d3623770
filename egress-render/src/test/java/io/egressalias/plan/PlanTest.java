package io.egressalias.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.Golden;
import io.egressalias.declaration.DeclarationReader;
import io.egressalias.internal.text.PrettyJson;
import io.egressalias.render.Manifest;
import io.egressalias.render.ManifestRenderer;
import io.egressalias.yaml.ManifestYaml;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class PlanTest {
  private static final Path PLANS = Path.of("src/test/resources/plans");

  private static final String HOST = "externalName: httpbin.org, tls: {mode: DISABLE}";
  private static final String TLS = "externalName: httpbin.org, tls: {mode: SIMPLE}";
  private static final String SELECTED = ", workloadSelector: {matchLabels: {app: %s}}";
  private static final String ADDRESSES = "endpoints: [10.20.0.10], tls: {mode: DISABLE}";
  private static final String PODS = "selector: {app: httpbin}";
  private static final String SERVICE = "externalName: httpbin.data.svc.cluster.local";
  private static final String HTTP = "[{name: http, port: 80}]";
  private static final String HTTPS = "[{name: http, port: 80, targetPort: 443}]";

  /**
   * A transition between two declarations.
   *
   * @param from the releases of Kubernetes and Istio, the ports, and the target
   * @param to the same, later
   */
  record Way(String name, String from, String to) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Way> ways() {
    String host = alias("1.34", "1.27", HTTP, HOST);
    String tls = alias("1.34", "1.27", HTTPS, TLS);
    String addresses = alias("1.34", "1.27", HTTP, ADDRESSES);
    String pods = alias("1.34", "1.27", HTTP, PODS);
    String service = alias("1.34", "1.27", HTTP, SERVICE);
    String both = "[{name: tcp-dns, port: 53}, {name: udp-dns, port: 53, protocol: UDP}]";
    return List.of(
        new Way("nothing-to-do", host, host),
        new Way("host-to-tls", host, tls),
        new Way("tls-to-host", tls, host),
        new Way("addresses-to-tls", addresses, tls),
        new Way("tls-to-addresses", tls, addresses),
        new Way("addresses-to-pods", addresses, pods),
        new Way("pods-to-addresses", pods, addresses),
        new Way("pods-to-host", pods, host),
        new Way("host-to-service", host, service),
        new Way("service-to-host", service, host),
        new Way("old-host-to-service", alias("1.34", "1.20", HTTP, HOST), service),
        new Way("tls-to-service", tls, service),
        new Way("service-to-tls", service, tls),
        new Way("addresses-to-service", addresses, service),
        new Way("service-to-addresses", service, addresses),
        new Way("pods-to-service", pods, service),
        new Way("service-to-pods", service, pods),
        new Way("endpoints-to-pods", alias("1.32", "1.27", HTTP, ADDRESSES), pods),
        new Way("endpoints-to-slices", alias("1.32", "1.27", HTTP, ADDRESSES), addresses),
        new Way(
            "endpoints-to-headless-endpoints",
            alias("1.32", "1.27", HTTP, ADDRESSES),
            alias("1.32", "1.27", HTTP, "clusterIP: None, " + ADDRESSES)),
        new Way(
            "addresses-to-headless",
            addresses,
            addresses.replace("endpoints", "clusterIP: None, endpoints")),
        new Way("ipv4-to-ipv6", addresses, addresses.replace("10.20.0.10", "\"fd00:20::10\"")),
        new Way(
            "one-protocol-to-two",
            alias("1.34", "1.27", "[{name: tcp-dns, port: 53}]", ADDRESSES),
            alias("1.34", "1.27", both, ADDRESSES)),
        new Way("release-of-istio", alias("1.34", "1.20", HTTPS, TLS), tls),
        new Way("other-namespace", host, host.replace("namespace: shop", "namespace: front")),
        new Way("selector-added", tls, tls.replace(TLS, TLS + SELECTED.formatted("curl"))),
        new Way(
            "selector-changed",
            tls.replace(TLS, TLS + SELECTED.formatted("curl")),
            tls.replace(TLS, TLS + SELECTED.formatted("other"))),
        new Way(
            "origination-begins",
            alias("1.34", "1.27", HTTP, HOST + ", authority: httpbin.org"),
            alias("1.34", "1.27", HTTPS, TLS + ", authority: httpbin.org")),
        new Way(
            "namespace-declared",
            host.replace("  namespace: shop\n", ""),
            host.replace("shop", "default")),
        new Way("gone", tls + "---\n" + tls.replace("my-httpbin", "other"), tls));
  }

  @ParameterizedTest
  @MethodSource("ways")
  void planIsAsApproved(Way way) {
    Golden.verify(PlanText.write(plan(way)), PLANS, way.name(), ".txt");
  }

  /** If TLS is declared, addresses of the Service are deleted before other steps. */
  @Test
  void objectsThatBypassTlsAreDeletedFirst() {
    Plan plan = plan(way("addresses-to-tls"));
    assertTrue(plan.steps().get(0) instanceof Step.Delete, plan::toString);
    assertEquals("EndpointSlice", plan.steps().get(0).object().kind());
  }

  /** An object whose namespace becomes declared is still the same object. */
  @Test
  void declaringTheDefaultNamespaceDeletesNothing() {
    assertTrue(
        plan(way("namespace-declared")).steps().stream().noneMatch(Step.Delete.class::isInstance));
  }

  @Test
  void scriptAppliesTheSteps() {
    Plan plan = plan(way("addresses-to-pods"));
    Golden.verify(
        PlanScript.write(plan, m -> ManifestYaml.write(List.of(m))), PLANS, "script", ".sh");
  }

  @Test
  void jsonHasTheSameSteps() {
    Golden.verify(
        PrettyJson.write(PlanJson.tree(plan(way("pods-to-addresses")))), PLANS, "json", ".json");
  }

  private static Way way(String name) {
    return ways().stream().filter(way -> way.name().equals(name)).findFirst().orElseThrow();
  }

  private static Plan plan(Way way) {
    return Plan.between(render(way.from()), render(way.to()));
  }

  private static List<Manifest> render(String declaration) {
    return ManifestRenderer.render(DeclarationReader.read("egress.yaml", declaration));
  }

  private static String alias(String kubernetes, String istio, String ports, String target) {
    return """
        apiVersion: egressalias.io/v1alpha1
        kind: EgressAliases
        metadata: {name: any}
        spec:
          platform: {kubernetes: "%s", istio: "%s"}
          namespace: shop
          aliases: [{name: my-httpbin, ports: %s, %s}]
        """
        .formatted(kubernetes, istio, ports, target);
  }
}
