package io.egressalias.remedy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Takes remedies apart. */
final class RemedyTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Write `tcp`| write `tcp`",
        "Write `a`, or remove `b`| write `a` / remove `b`",
        "Write `a` or `b`| write `a` / write `b`",
        "Write `a`, `b` or `c`| write `a` / write `b` / write `c`",
        "Declare `x: a` where it is so, `x: b` to do it| declare `x: a` where it is so / declare `x: b` to do it",
        "Declare `x: a` if it is so, else use `y`| declare `x: a` if it is so / use `y`",
        "Declare `x: a` if it is so; otherwise split the alias| declare `x: a` if it is so / split the alias",
        "Write `x: 1` and `y: 2`| write `x: 1` and `y: 2`",
        "Write `a`, declare `x: b`, or remove the alias| write `a` / declare `x: b` / remove the alias",
        "Remove `x` and add `y: 2`| remove `x` and add `y: 2`",
        "Write `1.2.3.4`, and declare the port in `ports`| write `1.2.3.4`, and declare the port in `ports`",
        "Write `1.2.3.4`; the port belongs into `ports`| write `1.2.3.4`",
        "Keep one of `a`, `b` or `c`| keep one of `a`, `b` or `c`",
        "If the cluster has it, declare `x: a`| declare `x: a`"
      })
  void alternatives(String text, String expected) {
    List<String> alternatives =
        Remedy.of(text).alternatives().stream().map(Object::toString).toList();
    assertEquals(expected, String.join(" / ", alternatives));
  }
}
