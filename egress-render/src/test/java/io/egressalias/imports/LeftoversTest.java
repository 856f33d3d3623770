package io.egressalias.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.declaration.DeclarationReader;
import io.egressalias.internal.manifest.ManifestFindings;
import io.egressalias.internal.manifest.ManifestObject;
import io.egressalias.internal.text.Tree;
import io.egressalias.model.EgressAliases;
import io.egressalias.object.KnownKind;
import io.egressalias.object.ObjectId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LeftoversTest {
  private static ManifestObject object(KnownKind kind, String namespace, String name) {
    Optional<String> declared = namespace.isEmpty() ? Optional.empty() : Optional.of(namespace);
    return new ManifestObject(kind.id(declared, name), kind, "a.yaml", Tree.Mapping.empty());
  }

  private static List<EgressAliases> declared(String platform, String namespace) {
    String text =
        """
        apiVersion: egressalias.io/v1alpha1
        kind: EgressAliases
        metadata: {name: imported}
        spec:
          platform: {%s}
          namespace: %s
          aliases:
          - {name: old-proxy, endpoints: [10.31.5.251], ports: [{name: tcp, port: 443}]}
        """
            .formatted(platform, namespace);
    return DeclarationReader.read("b.yaml", text).orThrow();
  }

  @Test
  void objectsThatAreNotRenderedAreReported() {
    ManifestFindings findings = new ManifestFindings();
    List<ObjectId> leftovers =
        Leftovers.of(
            List.of(
                object(KnownKind.SERVICE, "edge", "old-proxy"),
                object(KnownKind.ENDPOINT_SLICE, "edge", "old-proxy"),
                object(KnownKind.ENDPOINTS, "edge", "old-proxy"),
                object(KnownKind.ENDPOINT_SLICE, "edge", "old-proxy-ipv4")),
            declared("kubernetes: \"1.34\", istio: none", "edge"),
            Optional.empty(),
            findings);
    assertEquals("[EndpointSlice edge/old-proxy, Endpoints edge/old-proxy]", leftovers.toString());
    assertEquals(2, findings.found().size());
    assertEquals(
        "Run `kubectl delete endpointslice/old-proxy -n edge` after the first `kubectl apply` of the"
            + " rendered objects",
        findings.found().get(0).remedy());
  }

  @Test
  void objectsWithoutANamespaceAreInTheGivenOne() {
    List<ManifestObject> objects =
        List.of(
            object(KnownKind.SERVICE, "", "old-proxy"),
            object(KnownKind.ENDPOINTS, "", "old-proxy"),
            object(KnownKind.DESTINATION_RULE, "", "old"));
    assertEquals(
        "[DestinationRule edge/old]",
        Leftovers.of(
                objects,
                declared("istio: none", "edge"),
                Optional.of("edge"),
                new ManifestFindings())
            .toString());
  }

  @Test
  void scriptDeletesTheLeftovers() {
    assertEquals(
        """
        # Run this after the first `kubectl apply` of the rendered objects.
        # kubectl does not delete the objects that the declaration does not render. Until they are
        # deleted, old addresses receive traffic, and old rules and hosts stay in force.
        kubectl delete endpointslice/old-proxy -n edge
        kubectl delete destinationrule.networking.istio.io/old
        kubectl delete 'endpoints/a;b'\\''c $(d)' -n $'e\\012f'
        """,
        LeftoversScript.of(
            List.of(
                KnownKind.ENDPOINT_SLICE.id(Optional.of("edge"), "old-proxy"),
                KnownKind.DESTINATION_RULE.id(Optional.empty(), "old"),
                KnownKind.ENDPOINTS.id(Optional.of("e\nf"), "a;b'c $(d)"))));
  }

  @Test
  void scriptWithoutLeftoversHasNoCommand() {
    assertTrue(LeftoversScript.of(List.of()).lines().allMatch(line -> line.startsWith("#")));
  }
}
