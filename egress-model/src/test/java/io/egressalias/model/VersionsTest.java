package io.egressalias.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests how releases are parsed and ordered. */
final class VersionsTest {

  @ParameterizedTest
  @CsvSource({
    "1.27, 1.27",
    "v1.30, 1.30",
    "1.30+, 1.30",
    "1.27.3, 1.27",
    "1.27.3-gke.1, 1.27",
    "v1.29.1-eks-508b6b3, 1.29",
    "v1.31.4+k3s1, 1.31",
    "1.28.15_1552, 1.28",
    "1.24.0-alpha.ae40a9, 1.24",
    "1.27.x, 1.27",
    "1.27.a0, 1.27",
    "1.27+z9, 1.27",
    "1.27-A, 1.27",
    "1.27_Z, 1.27",
    "0.1, 0.1",
    "2.0, 2.0",
    "9999.9999, 9999.9999"
  })
  void releasesAreParsed(String text, String release) {
    assertEquals(Optional.of(release), KubernetesVersion.parse(text).map(Object::toString));
    assertEquals(Optional.of(release), IstioVersion.parse(text).map(Object::toString));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "1.",
        ".27",
        "1.x",
        "latest",
        "none",
        "None",
        "v",
        "V1.27",
        "vv1.27",
        "1,27",
        "1.27 ",
        " 1.27",
        "-1.27",
        "1.-27",
        "1.27beta",
        "99999999999.1",
        "1.27.3.4x y",
        "1.27.3@",
        "1.27.3[",
        "1.27.3`",
        "1.27.3{",
        "1.27.3/",
        "1.27.3:",
        "99999.1",
        "1.99999",
        "1.\u0662\u0667",
        "1.27\n",
        "1.27.3 (custom)"
      })
  void otherTextsAreNotReleases(String text) {
    assertEquals(Optional.empty(), KubernetesVersion.parse(text));
    assertEquals(Optional.empty(), IstioVersion.parse(text));
  }

  @Test
  void releasesAreOrderedByTheirNumbers() {
    List<String> ordered = List.of("0.9", "1.0", "1.9", "1.10", "1.27", "2.0", "10.1");
    assertEquals(
        ordered,
        Stream.of("10.1", "1.10", "2.0", "1.9", "1.27", "0.9", "1.0")
            .map(VersionsTest::kubernetes)
            .sorted()
            .map(Object::toString)
            .toList());
    assertEquals(
        ordered,
        Stream.of("1.27", "1.9", "1.10", "10.1", "2.0", "1.0", "0.9")
            .map(VersionsTest::istio)
            .sorted()
            .map(Object::toString)
            .toList());
    assertEquals(0, istio("1.9.1").compareTo(istio("v1.9.2")));
  }

  @ParameterizedTest
  @CsvSource({"1.20, false", "1.21, true", "1.100, true", "1.3, false", "2.0, true"})
  void factHoldsFromItsReleaseOn(String release, boolean holds) {
    Platform platform = Platform.builder().istio(Istio.release(istio(release))).build();
    assertEquals(holds, PlatformFact.EXTERNAL_NAME_IS_ALIAS.holds(platform));
  }

  @Test
  void noFactHoldsOnAnUndeclaredPlatform() {
    Platform none = Platform.builder().istio(Istio.none()).build();
    for (PlatformFact fact : PlatformFact.values()) {
      assertFalse(fact.holds(Platform.undeclared()), fact.name());
      assertFalse(fact.holds(none), fact.name());
    }
  }

  @Test
  void factHasItsReleaseAndSource() {
    assertEquals("Istio 1.21", PlatformFact.EXTERNAL_NAME_IS_ALIAS.since());
    assertEquals("Kubernetes 1.33", PlatformFact.ENDPOINTS_DEPRECATED.since());
    for (PlatformFact fact : PlatformFact.values()) {
      assertTrue(fact.source().startsWith("https://"), fact.name());
    }
  }

  private static KubernetesVersion kubernetes(String text) {
    return KubernetesVersion.parse(text).orElseThrow();
  }

  private static IstioVersion istio(String text) {
    return IstioVersion.parse(text).orElseThrow();
  }
}
