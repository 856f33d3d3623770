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
      "; routed form for Istio 1.13 and later, or not declared: a sidecar has something to do, and"
          + " whoever is not carried by it reaches nothing";

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
    String rule = "says how traffic is encrypted, and keeps Istio's mutual TLS off";
    assertEquals(
        List.of(
            "gives the alias its name" + DIRECT,
            rule + "; networking.istio.io/v1alpha3 is served by every release of Istio" + DIRECT),
        reasons(ClientTls.disable(), Istio.undeclared()));
    assertEquals(
        List.of(
            "gives the alias its name" + DIRECT,
            rule + "; networking.istio.io/v1beta1 is served since Istio 1.5" + DIRECT),
        reasons(ClientTls.disable(), Istio.release(new IstioVersion(1, 20))));
    String version = "; networking.istio.io/v1 is served since Istio 1.22";
    assertEquals(
        List.of(
            "gives the alias its name" + ROUTED,
            rule + version + ROUTED,
            "leads from the name of the alias to its ServiceEntry, port by port" + version + ROUTED,
            "says where the route leads, by a name that no other alias has" + version + ROUTED),
        reasons(ClientTls.simple(), Istio.release(new IstioVersion(1, 27))));
  }
}
