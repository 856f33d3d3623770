package io.egressalias.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class RuleTest {
  @ParameterizedTest
  @EnumSource(Rule.class)
  void explainsItself(Rule rule) {
    assertTrue(rule.code().matches("EGA[0-9]{4}"), rule.code());
    assertFalse(rule.title().isBlank());
    assertFalse(rule.title().endsWith("."), rule.title());
    assertTrue(rule.why().endsWith("."), rule.why());
    assertFalse(rule.references().isEmpty());
    rule.references().forEach(each -> assertTrue(each.startsWith("https://"), each));
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void isFoundByItsCode(Rule rule) {
    assertEquals(Optional.of(rule), Rule.of(rule.code()));
    assertEquals(Optional.of(rule), Rule.of(rule.code().toLowerCase(Locale.ROOT)));
  }

  @Test
  void isNotFoundByAnotherCode() {
    assertEquals(Optional.empty(), Rule.of("EGA9999"));
    assertEquals(Optional.empty(), Rule.of(""));
  }

  @Test
  void hasACodeOfItsOwn() {
    long codes = Arrays.stream(Rule.values()).map(Rule::code).distinct().count();
    assertEquals(Rule.values().length, codes);
  }

  @Test
  void standsInTheOrderOfTheCodes() {
    assertEquals(
        Arrays.stream(Rule.values()).map(Rule::code).sorted().toList(),
        Arrays.stream(Rule.values()).map(Rule::code).toList());
  }
}
