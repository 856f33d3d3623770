package io.egressalias.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class ListCommandTest {
  @TempDir private Path directory = Path.of("");

  @BeforeEach
  void write() throws IOException {
    Files.writeString(
        directory.resolve("egress.yaml"),
        """
        apiVersion: egressalias.io/v1alpha1
        kind: EgressAliases
        metadata: {name: any}
        spec:
          platform: {kubernetes: "1.34", istio: "1.27"}
          aliases:
          - name: payments
            namespace: shop
            externalName: api.payments.example.com
            ports: [{name: http, port: 80, targetPort: 443}]
            tls: {mode: SIMPLE}
          - name: dns
            endpoints: [10.50.0.53, 10.50.1.53]
            ports: [{name: udp-dns, port: 53, protocol: UDP}, {name: tcp-dns, port: 53}]
            tls: {mode: DISABLE}
          - name: reviews
            selector: {app: reviews}
            ports: [{name: http, port: 80, targetPort: web}]
        """);
  }

  @Test
  void columnsAreAligned() {
    String table =
        """
        ALIAS             TARGET                     PORTS                       TLS       FORM
        shop/payments     api.payments.example.com   http:80->443                SIMPLE    routed
        default/dns       10.50.0.53,10.50.1.53      udp-dns:53/UDP,tcp-dns:53   DISABLE   direct
        default/reviews   app=reviews                http:80->web                DISABLE   direct
        """;
    assertEquals(new Run(ExitStatus.DONE, table, ""), Run.in(directory, "list", "egress.yaml"));
    assertEquals(
        table.substring(table.indexOf('\n') + 1),
        Run.in(directory, "list", "--no-headers", "egress.yaml").out());
  }

  @Test
  void jsonHasAnItemForEachAlias() {
    JsonNode aliases =
        JsonMapper.shared()
            .readTree(Run.in(directory, "list", "--format", "json", "egress.yaml").out())
            .path("aliases");
    assertEquals(3, aliases.size());
    assertEquals("payments", aliases.at("/0/name").asString());
    assertEquals("shop", aliases.at("/0/namespace").asString());
    assertEquals("api.payments.example.com", aliases.at("/0/externalName").asString());
    assertEquals(443, aliases.at("/0/ports/0/targetPort").asInt());
    assertEquals("SIMPLE", aliases.at("/0/ports/0/tls").asString());
    assertEquals("routed", aliases.at("/0/form").asString());
    assertEquals("UDP", aliases.at("/1/ports/0/protocol").asString());
    assertEquals("web", aliases.at("/2/ports/0/targetPort").asString());
    assertEquals("reviews", aliases.at("/2/selector/app").asString());
  }

  @Test
  void jsonHasTheWaypointOfARoutedAlias() {
    JsonNode aliases =
        JsonMapper.shared()
            .readTree(
                Run.in(
                        directory,
                        "list",
                        "--format",
                        "json",
                        "--data-plane",
                        "ambient",
                        "--waypoint",
                        "istio-egress/egress",
                        "egress.yaml")
                    .out())
            .path("aliases");
    assertEquals("egress", aliases.at("/0/waypoint/name").asString());
    assertEquals("istio-egress", aliases.at("/0/waypoint/namespace").asString());
    assertTrue(aliases.at("/1/waypoint").isMissingNode(), aliases::toString);
  }

  @Test
  void declarationWithErrorsIsNotListed() {
    Run run = Run.on(Texts.declaration("A"), directory, "list");
    assertEquals(ExitStatus.FINDINGS, run.status());
    assertEquals("", run.out());
    assertTrue(run.err().contains("error"), run.err());
  }
}
