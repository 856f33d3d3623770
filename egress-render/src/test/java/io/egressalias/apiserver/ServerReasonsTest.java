package io.egressalias.apiserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The reasons of rules that only an API server can show. */
final class ServerReasonsTest {
  private static final String[] TRY = {"create", "--dry-run=server", "-f", "-"};

  private static final String PORTS =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: name-server, namespace: default}
      spec:
        ports:
        - {name: udp-dns, port: 53, protocol: UDP}
      """;

  private static final String SECOND_PORT = "  - {name: tcp-dns, port: 53, protocol: TCP}\n";

  @SuppressWarnings("NullAway.Init") // set before all tests
  private static Kubectl kubectl;

  @BeforeAll
  static void find() {
    kubectl = Kubectl.find();
  }

  @Test
  void theServiceOfTheServerIsReplaced() {
    String alias =
        """
        apiVersion: v1
        kind: Service
        metadata: {name: kubernetes, namespace: default}
        spec: {type: ExternalName, externalName: kubernetes.example.com}
        """;
    Kubectl.Result applied = kubectl.run(alias, "apply", "--dry-run=server", "-f", "-").ok();
    assertTrue(applied.out().startsWith("service/kubernetes configured"), applied::out);
  }

  @Test
  void aPortIsLostWhenAnotherIsAdded() {
    assertEquals("UDP TCP", ports("--server-side"));
    assertNotEquals("UDP TCP", ports());
  }

  /** The ports after a second one of the same number is added. */
  private static String ports(String... options) {
    try {
      apply(PORTS, options);
      apply(PORTS + SECOND_PORT, options);
      String path = "jsonpath={.spec.ports[*].protocol}";
      return kubectl.run("", "get", "service", "name-server", "-o", path).ok().out();
    } finally {
      kubectl.run("", "delete", "service", "name-server");
    }
  }

  private static void apply(String objects, String... options) {
    String[] arguments = new String[options.length + 3];
    arguments[0] = "apply";
    System.arraycopy(options, 0, arguments, 1, options.length);
    arguments[options.length + 1] = "-f";
    arguments[options.length + 2] = "-";
    kubectl.run(objects, arguments).ok();
  }

  @Test
  void aServiceEntryHasAtMost256Ports() {
    kubectl.run(serviceEntry(256, 1), TRY).ok();
    Kubectl.Result refused = kubectl.run(serviceEntry(257, 1), TRY);
    assertTrue(refused.err().contains("spec.ports: Too many: 257"), refused::toString);
  }

  @Test
  void addressesBeyondTheLimitsAreDropped() {
    kubectl.run(serviceEntry(1, 4096), TRY).ok();
    Kubectl.Result refused = kubectl.run(serviceEntry(1, 4097), TRY);
    assertTrue(refused.err().contains("spec.endpoints: Too many: 4097"), refused::toString);
    assertEquals(1000, mirrored(1001));
  }

  /** The addresses that the controllers of Kubernetes write to EndpointSlices. */
  private static int mirrored(int number) {
    String endpoints =
        """
        apiVersion: v1
        kind: Service
        metadata: {name: edge, namespace: default}
        spec: {ports: [{name: tls, port: 443}]}
        ---
        apiVersion: v1
        kind: Endpoints
        metadata: {name: edge, namespace: default}
        subsets: [{addresses: [%s], ports: [{name: tls, port: 443}]}]
        """
            .formatted(addresses(number, "{ip: %s}"));
    String[] get = {
      "get",
      "endpointslices",
      "-l",
      "kubernetes.io/service-name=edge",
      "-o",
      "jsonpath={.items[*].endpoints[*].addresses[0]}"
    };
    try {
      kubectl.run(endpoints, "apply", "--server-side", "-f", "-").ok();
      String found = "";
      for (int i = 0; i < 100 && found.isEmpty(); i++) {
        found = kubectl.run("", get).ok().out();
      }
      return found.split(" ", -1).length;
    } finally {
      kubectl.run(endpoints, "delete", "-f", "-");
    }
  }

  @Test
  void aSecretHasNoSuchName() {
    String secret = "apiVersion: v1\nkind: Secret\nmetadata: {name: %s}\n";
    kubectl.run(secret.formatted("payments-client"), TRY).ok();
    Kubectl.Result refused = kubectl.run(secret.formatted("shop/payments-client"), TRY);
    assertTrue(
        refused.err().contains("Invalid value: \"shop/payments-client\""), refused::toString);
  }

  private static String serviceEntry(int ports, int addresses) {
    return """
        apiVersion: networking.istio.io/v1
        kind: ServiceEntry
        metadata: {name: edge, namespace: default}
        spec:
          hosts: [edge.default.egressalias.internal]
          resolution: STATIC
          ports: [%s]
          endpoints: [%s]
        """
        .formatted(
            IntStream.range(0, ports)
                .mapToObj(
                    i -> "{name: tcp-%1$d, number: %1$d, protocol: TCP}".formatted(10_000 + i))
                .collect(Collectors.joining(", ")),
            addresses(addresses, "{address: %s}"));
  }

  private static String addresses(int number, String format) {
    return IntStream.range(0, number)
        .mapToObj(i -> format.formatted("10.20.%d.%d".formatted(i / 250, i % 250 + 1)))
        .collect(Collectors.joining(", "));
  }
}
