package io.egressalias.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the README of the example says about an ingress controller with and without a sidecar. */
final class IngressControllerTest {
  private static final Path EXAMPLE = Path.of("../examples/ingress-controller");

  /** The cluster IPs of the judge, in the order of the Services. */
  private static final String REPORTS = "@10.96.0.2";

  private static final String PAYMENTS = "@10.96.0.3";

  @Test
  void controllerWithSidecarNeedsTheHostOfTheAlias() throws IOException {
    String alias = "http://payments.shop.svc.cluster.local" + PAYMENTS;
    String client = "http://pay.shop.example.com" + PAYMENTS;
    Sidecar open = sidecar(List.of(), alias, client);
    assertTrue(
        open.outcome(alias)
            .startsWith("api.payments.example.com:443=tls(sni=api.payments.example.com "),
        open.outcome(alias));
    assertEquals(Sidecar.NOTHING, open.outcome(client));
    Sidecar closed = sidecar(List.of("--registry-only"), alias, client);
    assertEquals(open.outcome(alias), closed.outcome(alias));
    assertEquals(Sidecar.NOTHING, closed.outcome(client));
  }

  @Test
  void controllerInClosedMeshNeedsTheHostOfAddresses() throws IOException {
    String alias = "http://reports.shop.svc.cluster.local" + REPORTS;
    String address = "http://reports.shop.example.com:8080@10.70.0.10";
    Sidecar open = sidecar(List.of(), alias, address);
    assertEquals(Sidecar.DIALLED, open.outcome(address));
    Sidecar closed = sidecar(List.of("--registry-only"), alias, address);
    assertEquals(
        Sidecar.reached(List.of("10.70.0.10:8080=plaintext", "10.70.0.11:8080=plaintext"), null),
        closed.outcome(alias));
    assertEquals(Sidecar.NOTHING, closed.outcome(address));
  }

  private static Sidecar sidecar(List<String> more, String... calls) throws IOException {
    List<String> options = new ArrayList<>(List.of("--namespace", "ingress"));
    options.addAll(more);
    return Sidecar.of(Files.readString(EXAMPLE.resolve("expected.yaml")), options, List.of(calls));
  }

  @Test
  void gatewayRoutesToTheSubset() throws IOException {
    String text = Files.readString(EXAMPLE.resolve("gateway.yaml"));
    String right = gateway(text);
    assertTrue(
        right.contains(
            "to=outbound|80|tls|payments.shop.egressalias.internal"
                + " host-rewrite=api.payments.example.com\n"),
        right);
    assertTrue(right.contains(" socket=tls(sni=api.payments.example.com "), right);
    String wrong =
        gateway(
            text.replace("payments.shop.egressalias.internal", "payments.shop.svc.cluster.local")
                .replace("        subset: tls\n", ""));
    assertTrue(
        wrong.contains("cluster outbound|80||payments.shop.svc.cluster.local ")
            && wrong.contains(" endpoints=[]\n"),
        wrong);
  }

  private static String gateway(String manifests) throws IOException {
    Path file = Files.createTempFile("egress-gateway", ".yaml");
    try {
      Files.writeString(file, manifests);
      Tool.Result result =
          Tool.run(
              List.of(
                  Tool.at("EGRESS_JUDGE").toString(),
                  "gateway",
                  "--gateway",
                  "istio-ingressgateway.istio-system",
                  "--gateway-label",
                  "istio=ingressgateway",
                  EXAMPLE.resolve("expected.yaml").toString(),
                  file.toString()),
              Map.of());
      assertEquals(0, result.status(), result::err);
      return result.out();
    } finally {
      Files.delete(file);
    }
  }
}
