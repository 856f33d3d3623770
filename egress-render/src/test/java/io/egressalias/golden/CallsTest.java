package io.egressalias.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.model.EgressAlias;
import io.egressalias.model.Origination;
import io.egressalias.model.ServicePort;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Istio's code decides where calls to the goldens end: at the declared destination, or nowhere. */
final class CallsTest {
  /** Calls that use no alias, to the hosts and ports that aliases use. */
  static final List<String> OTHERS = others();

  /** TLS with an SNI, with known authorities, and with verified names. */
  private static final Pattern VERIFIED =
      Pattern.compile("tls\\(sni=\\S+ ca-secret=\\S+ sans=\\[[^]]+][^)]*\\)");

  private static final Map<Situation, Carried> CARRIED = new EnumMap<>(Situation.class);

  @BeforeAll
  static void call() {
    for (Situation situation : Situation.values()) {
      CARRIED.put(situation, new Carried(situation, Carried.goldens(), objects -> {}, OTHERS));
    }
  }

  static List<GoldenFile> goldens() {
    return Carried.goldens();
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void callsReachTheDeclaredDestination(GoldenFile golden) {
    List<String> expected = new ArrayList<>();
    List<String> observed = new ArrayList<>();
    CARRIED.forEach(
        (situation, carried) -> {
          if (isTold(golden, situation)) {
            carried.expected(golden).forEach(call -> expected.add(situation + ": " + call));
            carried.observed(golden).forEach(call -> observed.add(situation + ": " + call));
          }
        });
    assertEquals(String.join("\n", expected), String.join("\n", observed));
  }

  /** Pods of the mesh use the mutual TLS of the mesh; an alias does not disable it. */
  private static boolean isTold(GoldenFile golden, Situation situation) {
    return situation != Situation.MESH_WIDE_MUTUAL
        || !ExpectedCall.addresses(golden.alias()).contains(ExpectedCall.POD);
  }

  /** Tests the promise directly, independent of how expected calls are computed. */
  @ParameterizedTest
  @MethodSource("goldens")
  void noPlaintextLeavesIfTlsIsDeclared(GoldenFile golden) {
    EgressAlias alias = golden.alias();
    CARRIED.forEach(
        (situation, carried) -> {
          List<String> observed = carried.observed(golden);
          int index = 0;
          for (ServicePort port : alias.ports()) {
            boolean originates = alias.tls(port).filter(Origination.class::isInstance).isPresent();
            if (originates) {
              assertVerified(alias, observed.get(index), situation);
            }
            index++;
          }
        });
  }

  private static void assertVerified(EgressAlias alias, String call, Situation situation) {
    String outcome = call.substring(call.indexOf(" -> ") + 4).replaceFirst(" Host: .*", "");
    if (outcome.equals(Sidecar.NOTHING)) {
      return;
    }
    for (String endpoint : outcome.split(" \\| ", -1)) {
      String address = endpoint.substring(0, endpoint.indexOf('='));
      String host = address.substring(0, address.lastIndexOf(':'));
      String socket = endpoint.substring(endpoint.indexOf('=') + 1);
      assertTrue(ExpectedCall.addresses(alias).contains(host), situation + ": " + call);
      assertTrue(VERIFIED.matcher(socket).matches(), situation + ": " + call);
    }
  }

  @ParameterizedTest
  @EnumSource
  void callsOfOtherHostsAreUnaffected(Situation situation) {
    String outcome = situation.blocksUnknownHosts() ? Sidecar.NOTHING : Sidecar.DIALLED;
    Carried carried = Objects.requireNonNull(CARRIED.get(situation));
    for (String call : OTHERS) {
      assertEquals(call + " -> " + outcome, carried.observed(call), situation.name());
    }
  }

  @Test
  void goldensAreExcludedOnlyForAKnownReason() {
    for (GoldenFile golden : GoldenFile.all()) {
      String name = golden.name();
      String reason = Carried.leftOut(golden);
      if (name.contains("-nomesh")) {
        assertEquals("no mesh", reason, name);
      } else if (name.contains("-ambient")) {
        assertEquals("ambient mesh", reason, name);
      } else if (name.matches("(host|v4|v6|dual)-disable-[^-]*-istio120(-kube.*)?")) {
        assertEquals("before Istio 1.21, in the direct form", reason, name);
      } else {
        assertEquals("", reason, name);
      }
    }
    assertFalse(Carried.goldens().isEmpty());
  }

  private static List<String> others() {
    List<String> calls = new ArrayList<>();
    for (Dimension.Wire wire : Dimension.Wire.values()) {
      calls.add("tcp://198.51.100.7:" + wire.port());
      calls.add("http://api.example.com:" + wire.port());
      calls.add("tls://api.example.com:" + wire.port() + "@198.51.100.7");
    }
    return calls;
  }
}
