package io.egressalias.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.egressalias.model.ClientTls;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.Istio;
import io.egressalias.model.IstioVersion;
import io.egressalias.model.Platform;
import io.egressalias.model.ServicePort;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests the reasons for objects, which {@code --explain} writes as comments. */
final class ManifestReasonsTest {
  private static final String DIRECT =
      "; direct form for Istio before 1.21, or not declared: as on Istio's task page";
  private static final String ROUTED =
      "; routed form for sidecars, with Istio 1.13 and later, or not declared: a sidecar routes the traffic;"
          + " a pod without a sidecar cannot use the alias";

  private static List<String> reasons(ClientTls tls, Istio istio) {
    EgressAlias alias =
        EgressAlias.builder()
            .name("my-httpbin")
            .namespace("shop")
            .externalName("httpbin.org")
            .addPorts(ServicePort.builder().name("http").port(80).targetPort(80).build())
            .tls(tls)
            .build();
    return ManifestRenderer.render(alias, Platform.builder().istio(istio).build()).stream()
        .map(Manifest::reason)
        .toList();
  }

  @Test
  void reasonNamesThePurposeTheApiVersionAndTheForm() {
    String rule = "sets the TLS of the traffic, and disables Istio's mutual TLS";
    assertEquals(
        List.of(
            "defines the DNS name of the alias" + DIRECT,
            rule + "; networking.istio.io/v1alpha3 is served by every release of Istio" + DIRECT),
        reasons(ClientTls.disable(), Istio.undeclared()));
    assertEquals(
        List.of(
            "defines the DNS name of the alias" + DIRECT,
            rule + "; networking.istio.io/v1beta1 is served since Istio 1.5" + DIRECT),
        reasons(ClientTls.disable(), Istio.release(new IstioVersion(1, 20))));
    String version = "; networking.istio.io/v1 is served since Istio 1.22";
    assertEquals(
        List.of(
            "defines the DNS name of the alias" + ROUTED,
            rule + version + ROUTED,
            "routes each port of the alias to its ServiceEntry" + version + ROUTED,
            "defines the target of the route, under a host name that only this alias uses"
                + version
                + ROUTED),
        reasons(ClientTls.simple(), Istio.release(new IstioVersion(1, 27))));
  }
}
