package io.egressalias.declaration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FieldReferenceTest {

  @ParameterizedTest
  @CsvSource({
    "spec.aliases, []Object",
    "spec.aliases.endpoints, []StringOrObject",
    "spec.aliases.endpoints.hostname, string",
    "spec.aliases[0].endpoints[1].address, string",
    "spec.aliases.preserveAuthority, boolean",
    "spec.aliases.labels, map[string]string",
    "spec.aliases.ports.port, integer",
    "spec.aliases[0].ports[12].targetPort, IntOrString",
    "spec.aliases[].tls.mode, string",
    "metadata, Object"
  })
  void findsAFieldByItsPath(String path, String type) {
    assertEquals(Optional.of(type), FieldReference.find(path).map(FieldDescription::type));
  }

  @ParameterizedTest
  @CsvSource({
    "spec.alias, spec.aliases",
    "spec.aliases.host, spec.aliases.externalName",
    "spec.alias.ports.nam, spec.aliases.ports.name",
    "spec.aliases.tls.nothingLikeIt, spec.aliases.tls",
    "spec.labels.team, spec.labels",
    "tls, spec.tls",
    "tls.mode, spec.tls.mode",
    "clusterDomain, spec.platform.clusterDomain"
  })
  void nearestFieldOfAnUnknownPathIsNamed(String path, String nearest) {
    assertEquals(Optional.empty(), FieldReference.find(path));
    assertEquals(Optional.of(nearest), FieldReference.nearest(path));
  }

  @ParameterizedTest
  @CsvSource({"''", ".", "..", "[0]", "nothingLikeIt"})
  void unrelatedPathHasNoNearestField(String path) {
    assertEquals(Optional.empty(), FieldReference.find(path));
    assertEquals(Optional.empty(), FieldReference.nearest(path));
  }

  @Test
  void describesEveryPropertyOfAField() {
    FieldDescription protocol = FieldReference.find("spec.aliases.ports.protocol").orElseThrow();
    assertEquals("The transport protocol.", protocol.meaning());
    assertEquals("TCP", protocol.fallback());
    assertEquals("TCP, UDP, SCTP", protocol.allowed());
    assertEquals("TCP", protocol.example());
  }
}
