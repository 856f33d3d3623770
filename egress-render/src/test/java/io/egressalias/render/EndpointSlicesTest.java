package io.egressalias.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.egressalias.model.ClientTls;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.EndpointAddress;
import io.egressalias.model.Istio;
import io.egressalias.model.KubernetesVersion;
import io.egressalias.model.Platform;
import io.egressalias.model.ServicePort;
import io.egressalias.model.StaticEndpoints;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A slice has at most a thousand addresses, and each slice has a unique name. */
final class EndpointSlicesTest {

  /** Both kinds of objects have the hostname of each address. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1.32 | [{"ip":"10.20.0.1","hostname":"a"},{"ip":"10.20.0.2"}]
          1.33 | [{"addresses":["10.20.0.1"],"conditions":{"ready":true},"hostname":"a"},{"addresses":["10.20.0.2"],"conditions":{"ready":true}}]
          """)
  void hostnameOfAnAddressIsRendered(String kubernetes, String endpoints) {
    EgressAlias alias =
        EgressAlias.builder()
            .name("db")
            .namespace("shop")
            .headless(true)
            .target(
                StaticEndpoints.of(
                    List.of(EndpointAddress.of("10.20.0.1", "a"), EndpointAddress.of("10.20.0.2"))))
            .addPorts(ServicePort.of("tls", 443))
            .build();
    Platform platform =
        Platform.builder()
            .kubernetes(KubernetesVersion.parse(kubernetes).orElseThrow())
            .istio(Istio.none())
            .build();
    JsonNode tree = ManifestRenderer.render(alias, platform).get(1).tree();
    JsonNode found = tree.has("subsets") ? tree.at("/subsets/0/addresses") : tree.path("endpoints");
    assertEquals(endpoints, found.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "1, db-ipv4: 1",
    "1000, db-ipv4: 1000",
    "1001, 'db-ipv4: 1000, db-ipv4-2: 1'",
    "2001, 'db-ipv4: 1000, db-ipv4-2: 1000, db-ipv4-3: 1'"
  })
  void sliceHasAtMostAThousandAddresses(int addresses, String slices) {
    EgressAlias alias =
        EgressAlias.builder()
            .name("db")
            .namespace("shop")
            .target(
                new StaticEndpoints(
                    IntStream.range(0, addresses)
                        .mapToObj(i -> "10.20." + i / 250 + "." + (1 + i % 250))
                        .toList()))
            .addPorts(ServicePort.of("tls", 443))
            .tls(ClientTls.disable())
            .build();
    Platform platform =
        Platform.builder().kubernetes(new KubernetesVersion(1, 34)).istio(Istio.none()).build();
    assertEquals(
        slices,
        ManifestRenderer.render(alias, platform).stream()
            .filter(manifest -> manifest.kind().equals("EndpointSlice"))
            .map(manifest -> manifest.name() + ": " + manifest.tree().path("endpoints").size())
            .collect(Collectors.joining(", ")));
  }

  /** Without a mesh a headless Service needs no ports, and an empty list is not written. */
  @ParameterizedTest
  @CsvSource({"32, Endpoints", "34, EndpointSlice"})
  void headlessServiceNeedsNoPorts(int kubernetes, String kind) {
    EgressAlias alias =
        EgressAlias.builder()
            .name("db")
            .namespace("shop")
            .endpoints("10.20.0.10")
            .headless(true)
            .build();
    Platform platform =
        Platform.builder()
            .kubernetes(new KubernetesVersion(1, kubernetes))
            .istio(Istio.none())
            .build();
    List<Manifest> manifests = ManifestRenderer.render(alias, platform);
    assertEquals(List.of("Service", kind), manifests.stream().map(Manifest::kind).toList());
    for (Manifest manifest : manifests) {
      assertEquals(List.of(), manifest.tree().findValues("ports"));
    }
  }
}
