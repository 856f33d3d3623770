package io.egressalias.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReleaseTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.27",
        "v1.27",
        "1.27.3",
        "1.27+",
        "1.27.3-gke.1",
        "v1.27.3+k3s1",
        "1.27-eks-a1b2c3",
        "1.27.0-alpha.1"
      })
  void isReadAsItsTwoNumbers(String text) {
    assertEquals(Optional.of(new IstioVersion(1, 27)), IstioVersion.parse(text));
    assertEquals(Optional.of(new KubernetesVersion(1, 27)), KubernetesVersion.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "1.",
        ".27",
        "latest",
        "none",
        "1.x",
        "1,27",
        " 1.27",
        "1.27 ",
        "1.27\n",
        "-1.27",
        "1.123456",
        "99999999999.1",
        "١.٢٧",
        "1.27.3.4x y"
      })
  void isNotReadFromAnythingElse(String text) {
    assertEquals(Optional.empty(), IstioVersion.parse(text));
    assertEquals(Optional.empty(), KubernetesVersion.parse(text));
  }

  @Test
  void isOrderedByItsNumbers() {
    List<String> ordered = List.of("0.9", "1.4", "1.9", "1.10", "1.21", "1.30", "2.0");
    assertEquals(
        ordered,
        Stream.of("1.10", "2.0", "1.9", "0.9", "1.30", "1.21", "1.4")
            .map(text -> IstioVersion.parse(text).orElseThrow())
            .sorted()
            .map(IstioVersion::toString)
            .toList());
    assertTrue(new KubernetesVersion(1, 9).compareTo(new KubernetesVersion(1, 10)) < 0);
  }

  @Test
  void ofAMeshIsKnownOnlyWhenDeclared() {
    IstioVersion version = new IstioVersion(1, 30);
    assertEquals(Optional.of(version), Istio.release(version).version());
    assertEquals(Optional.empty(), Istio.undeclared().version());
    assertEquals(Optional.empty(), Istio.none().version());
    assertTrue(Istio.undeclared().present());
    assertTrue(Istio.release(version).present());
    assertFalse(Istio.none().present());
  }
}
