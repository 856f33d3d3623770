package io.egressalias.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.egressalias.model.EgressAlias;
import io.egressalias.model.ServicePort;
import io.egressalias.model.StaticEndpoints;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An object that is too large for several reasons has only one finding. */
final class ObjectSizeRulesTest {

  @ParameterizedTest
  @CsvSource({
    "SIMPLE, 1, 1, 0, ''",
    "SIMPLE, 256, 1, 2400, EGA0208",
    "SIMPLE, 257, 1, 2400, EGA0311",
    "SIMPLE, 1, 4096, 600, EGA0208",
    "SIMPLE, 1, 4097, 600, EGA0607",
    "DISABLE, 257, 1, 3000, EGA0208"
  })
  void tooLargeObjectIsReportedOnce(
      String tls, int ports, int addresses, int labels, String codes) {
    EgressAlias.Builder alias =
        EgressAlias.builder()
            .name("my-alias")
            .namespace("shop")
            .target(new StaticEndpoints(addresses(addresses)))
            .tls(Given.tls(tls));
    for (int i = 0; i < ports; i++) {
      alias.addPorts(ServicePort.of("tcp-" + i, 10_000 + i));
    }
    for (int i = 0; i < labels; i++) {
      alias.putLabels("example.com/label-" + i, "x".repeat(63));
    }
    assertEquals(codes, Given.codes(alias, Given.MESH));
  }

  private static List<String> addresses(int number) {
    return IntStream.range(0, number)
        .mapToObj(i -> "2620:aaaa:bbbb:cccc:dddd:eeee:ffff:" + Integer.toHexString(0x1000 + i))
        .toList();
  }
}
