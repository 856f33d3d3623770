package io.egressalias.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Rule;
import io.egressalias.model.ClientTls;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.Istio;
import io.egressalias.model.IstioVersion;
import io.egressalias.model.OutboundTrafficPolicy;
import io.egressalias.model.Platform;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An external name does not need ports, unless a sidecar has to handle its traffic. */
final class TlsWithoutPortsTest {

  @ParameterizedTest
  @ValueSource(strings = {"1.20", "1.21", "1.27"})
  void simpleTlsWithoutPortsIsRefused(String release) {
    assertTrue(rules(ClientTls.simple(), platform(release).build()).contains(Rule.PORTS_MISSING));
  }

  @Test
  void simpleTlsWithoutPortsIsRefusedOnAnUndeclaredPlatform() {
    List<Rule> rules = rules(ClientTls.simple(), Platform.undeclared());
    assertTrue(rules.contains(Rule.PORTS_MISSING), rules::toString);
  }

  @Test
  void registryOnlyRequiresPorts() {
    Platform registryOnly =
        platform("1.27").outboundTrafficPolicy(OutboundTrafficPolicy.REGISTRY_ONLY).build();
    assertTrue(rules(ClientTls.disable(), registryOnly).contains(Rule.PORTS_MISSING));
  }

  @Test
  void disabledTlsDoesNotRequirePorts() {
    assertEquals(
        List.of(Rule.RULE_WITHOUT_EFFECT), rules(ClientTls.disable(), platform("1.27").build()));
  }

  private static Platform.Builder platform(String release) {
    return Platform.builder().istio(Istio.release(IstioVersion.parse(release).orElseThrow()));
  }

  private static List<Rule> rules(ClientTls tls, Platform platform) {
    EgressAlias alias =
        EgressAlias.builder()
            .name("a")
            .namespace("shop")
            .externalName("api.example.com")
            .tls(tls)
            .build();
    return Checks.check(alias, platform).stream().map(Diagnostic::rule).toList();
  }
}
