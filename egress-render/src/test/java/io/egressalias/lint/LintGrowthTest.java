package io.egressalias.lint;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.Allocated;
import io.egressalias.declaration.Source;
import io.egressalias.model.Istio;
import io.egressalias.model.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Inputs with many objects for one host, or with many hosts, ports and routes in one object. Work
 * is measured by allocated memory, which does not depend on the load of the machine: twice as many
 * parts may allocate little more than twice as much.
 */
final class LintGrowthTest {
  private static final int FEW = 300;
  private static final double MOST = 2.7;
  private static final String HOST = "api.example.com";

  static Stream<Arguments> inputs() {
    return Stream.of(
        input(
            "rules in many namespaces",
            n -> entry(1, "- {number: 80, protocol: HTTP}") + rules(n, HOST)),
        input("rules and ports", n -> entry(1, ports(n)) + rules(n, HOST)),
        input("rules for other ports", n -> entry(1, ports(n)) + rulesForOtherPorts(n)),
        input(
            "rules for all hosts",
            n -> entry(n, "- {number: 80, protocol: HTTP}") + rules(n, "*.example.com")),
        input("settings of ports", n -> entry(1, ports(n)) + settings(n)),
        input(
            "hosts and routes",
            n -> entry(n, "- {number: 80, protocol: HTTP, targetPort: 443}") + routes(n, n, false)),
        input("ports and routes", n -> entry(1, ports(n)) + routes(1, n, true)),
        input(
            "hosts and endpoints", n -> entry(n, "- {number: 80, protocol: HTTP}") + endpoints(n)),
        input("ports of a Service without endpoints", LintGrowthTest::service));
  }

  private static Arguments input(String name, IntFunction<String> text) {
    return Arguments.of(name, text);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("inputs")
  void twiceAsMuchTakesTwiceTheWork(String name, IntFunction<String> text) {
    allocated(text.apply(FEW));
    double few = allocated(text.apply(FEW));
    double many = allocated(text.apply(2 * FEW));
    assertTrue(
        many <= MOST * few,
        () -> "%s: %.0f bytes for %d, and %.0f for twice as many".formatted(name, few, FEW, many));
  }

  private static long allocated(String text) {
    Platform platform = Platform.builder().istio(Istio.of("1.27")).build();
    LintOptions options = new LintOptions(platform, true, Optional.empty());
    List<Object> kept = new ArrayList<>();
    return Allocated.by(
        () -> kept.add(ManifestLinter.run(List.of(Source.of("all.yaml", text)), options)));
  }

  private static String entry(int hosts, String ports) {
    StringBuilder text = new StringBuilder(head("ServiceEntry", "e", "shop"));
    text.append("  resolution: DNS\n  hosts:\n");
    for (int i = 0; i < hosts; i++) {
      text.append("  - ").append(host(hosts == 1 ? "api" : "h" + i)).append('\n');
    }
    return text.append("  ports:\n  ").append(ports).append('\n').toString();
  }

  private static String host(String label) {
    return label + ".example.com";
  }

  private static String head(String kind, String name, String namespace) {
    return """
    ---
    apiVersion: networking.istio.io/v1
    kind: %s
    metadata: {name: %s, namespace: %s}
    spec:
    """
        .formatted(kind, name, namespace);
  }

  private static String ports(int n) {
    List<String> ports = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      ports.add("- {name: p%1$d, number: %1$d, protocol: TCP}".formatted(1000 + i));
    }
    return String.join("\n  ", ports);
  }

  private static String endpoints(int n) {
    StringBuilder text = new StringBuilder("  endpoints:\n");
    for (int i = 0; i < n; i++) {
      text.append("  - {address: a%d.example.com, ports: {http: 8443}}\n".formatted(i));
    }
    return text.toString();
  }

  private static String rules(int n, String host) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < n; i++) {
      text.append(head("DestinationRule", "r" + i, "ns" + i))
          .append("  host: '%s'\n  trafficPolicy: {tls: {mode: SIMPLE}}\n".formatted(host));
    }
    return text.toString();
  }

  private static String rulesForOtherPorts(int n) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < n; i++) {
      text.append(head("DestinationRule", "r" + i, "shop"))
          .append("  host: %s\n  trafficPolicy:\n".formatted(HOST))
          .append("    portLevelSettings: [{port: {number: 5}, tls: {mode: SIMPLE}}]\n");
    }
    return text.toString();
  }

  private static String settings(int n) {
    StringBuilder text = new StringBuilder(head("DestinationRule", "r", "shop"));
    text.append("  host: %s\n  trafficPolicy:\n    portLevelSettings:\n".formatted(HOST));
    for (int i = 0; i < n; i++) {
      text.append("    - {port: {number: %d}, tls: {mode: SIMPLE}}\n".formatted(1000 + i));
    }
    return text.toString();
  }

  private static String routes(int hosts, int n, boolean ofPorts) {
    StringBuilder text = new StringBuilder(head("VirtualService", "v", "shop"));
    text.append("  hosts:\n");
    for (int i = 0; i < hosts; i++) {
      text.append("  - ").append(host(hosts == 1 ? "api" : "h" + i)).append('\n');
    }
    text.append(ofPorts ? "  tcp:\n" : "  http:\n");
    for (int i = 0; i < n; i++) {
      int port = ofPorts ? 1000 + i : 80;
      text.append("  - match: [{port: %d}]\n".formatted(port))
          .append(
              "    route: [{destination: {host: %s, port: {number: %d}}}]\n"
                  .formatted(host(hosts == 1 ? "api" : "h" + i), port));
    }
    return text.toString();
  }

  private static String service(int n) {
    StringBuilder text =
        new StringBuilder(
            """
            apiVersion: v1
            kind: Service
            metadata: {name: s, namespace: shop}
            spec:
              ports:
            """);
    for (int i = 0; i < n; i++) {
      text.append("  - {name: p%1$d, port: %1$d}\n".formatted(1000 + i));
    }
    text.append(
        """
        ---
        apiVersion: discovery.k8s.io/v1
        kind: EndpointSlice
        metadata: {name: s, namespace: shop, labels: {kubernetes.io/service-name: s}}
        addressType: IPv4
        endpoints: [{addresses: [10.0.0.1]}]
        ports:
        """);
    for (int i = 0; i < n; i++) {
      text.append("- {name: q%1$d, port: %1$d}\n".formatted(30000 + i));
    }
    return text.toString();
  }
}
