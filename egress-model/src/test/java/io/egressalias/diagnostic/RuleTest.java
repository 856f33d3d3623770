package io.egressalias.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.model.PlatformFact;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class RuleTest {
  @ParameterizedTest
  @EnumSource(Rule.class)
  void codeHasFourDigits(Rule rule) {
    assertTrue(rule.code().matches("EGA[0-9]{4}"), rule.code());
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void ruleIsFoundByItsCode(Rule rule) {
    assertEquals(Optional.of(rule), Rule.of(rule.code()));
    assertEquals(Optional.of(rule), Rule.of(rule.code().toLowerCase(Locale.ROOT)));
  }

  @Test
  void unknownCodesAreNotFound() {
    assertEquals(Optional.empty(), Rule.of("EGA9999"));
    assertEquals(Optional.empty(), Rule.of(""));
  }

  @Test
  void codesAreUnique() {
    long codes = Arrays.stream(Rule.values()).map(Rule::code).distinct().count();
    assertEquals(Rule.values().length, codes);
  }

  @Test
  void rulesAreInTheOrderOfTheirCodes() {
    assertEquals(
        Arrays.stream(Rule.values()).map(Rule::code).sorted().toList(),
        Arrays.stream(Rule.values()).map(Rule::code).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "TCP_LISTENER, EXTERNAL_NAME_IS_ALIAS",
    "RULE_WITHOUT_EFFECT, EXTERNAL_NAME_IS_ALIAS",
    "ROUTED_RELEASE, ISTIO_SYSTEM_AUTHORITIES",
    "ENDPOINTS_DEPRECATED, ENDPOINTS_DEPRECATED",
    "LATER_RELEASE, ISTIO_WORKLOAD_SELECTOR",
    "LATER_RELEASE, APP_PROTOCOL",
    "LATER_RELEASE, SCTP",
    "LATER_RELEASE, IP_FAMILIES",
  })
  void referencesIncludeTheSourceOfThePlatformFact(Rule rule, PlatformFact fact) {
    assertTrue(rule.references().contains(fact.source()), fact.source());
  }
}
