package io.egressalias.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Validated;
import io.egressalias.model.EgressAliases;
import io.egressalias.model.Istio;
import io.egressalias.model.OutboundTrafficPolicy;
import io.egressalias.model.Platform;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the methods that other packages call. */
final class ChecksTest {

  @Test
  void validateReturnsDeclarationsWithoutErrors() {
    List<EgressAliases> declarations =
        List.of(EgressAliases.of(Given.MESH, List.of(Given.alias("httpbin.org").build())));
    Validated<List<EgressAliases>> validated = Checks.validate(declarations);
    assertEquals(Checks.check(declarations), validated.diagnostics());
    assertSame(declarations, validated.orThrow());
  }

  @Test
  void validateReturnsOnlyFindingsIfOneIsAnError() {
    List<EgressAliases> declarations =
        List.of(EgressAliases.of(Given.MESH, List.of(Given.alias("postgres").build())));
    Validated<List<EgressAliases>> validated = Checks.validate(declarations);
    assertEquals(Optional.empty(), validated.valid());
    assertEquals(Checks.check(declarations), validated.diagnostics());
    assertEquals(
        List.of(Rule.HOST_NOT_EXTERNAL),
        validated.diagnostics().stream()
            .map(Diagnostic::rule)
            .filter(rule -> rule != Rule.RULE_WITHOUT_EFFECT)
            .toList());
  }

  @Test
  void outboundTrafficPolicyRequiresAMesh() {
    Platform platform =
        Platform.builder()
            .istio(Istio.none())
            .outboundTrafficPolicy(OutboundTrafficPolicy.REGISTRY_ONLY)
            .build();
    assertEquals("EGA0805", Given.codes(Given.alias("httpbin.org"), platform));
  }

  @ParameterizedTest
  @CsvSource({
    "shop, true, true, true",
    "1a, false, true, true",
    "a.b, false, false, true",
    "a_b, false, false, false",
    "1, false, true, false"
  })
  void namesCheckSingleTexts(String text, boolean service, boolean namespace, boolean host) {
    assertEquals(service, Names.isServiceName(text));
    assertEquals(namespace, Names.isNamespace(text));
    assertEquals(host, Names.isHost(text));
  }
}
