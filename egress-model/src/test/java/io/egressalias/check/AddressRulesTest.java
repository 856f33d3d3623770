package io.egressalias.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.KubernetesVersion;
import io.egressalias.model.Platform;
import io.egressalias.model.StaticEndpoints;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Addresses: their form, their range and their number. */
final class AddressRulesTest {

  private static EgressAlias.Builder alias(List<String> addresses) {
    return EgressAlias.builder()
        .name("my-alias")
        .namespace("shop")
        .target(new StaticEndpoints(addresses))
        .addPorts(Given.TLS_PORT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          10.20.0.10               | ''
          1.0.0.0                  | ''
          223.255.255.255          | ''
          2a00:1450:4001:830::200e | ''
          64:ff9b::102:304         | ''
          fd00:20::10              | ''
          ''                       | EGA0601
          www.wikipedia.org        | EGA0601
          1.2.3                    | EGA0601
          1.2.3.4:80               | EGA0601
          [2a00::1]:80             | EGA0601
          1.2.3.4/32               | EGA0601
          fe80::1%eth0             | EGA0601
          https://1.2.3.4          | EGA0601
          0.0.0.0                  | EGA0602
          ::                       | EGA0602
          127.0.0.1                | EGA0602
          127.255.255.255          | EGA0602
          ::1                      | EGA0602
          169.254.169.254          | EGA0602
          fe80::1                  | EGA0602
          224.0.0.1                | EGA0602
          224.0.0.255              | EGA0602
          ff02::1                  | EGA0602
          0.0.0.1                  | EGA0603
          224.0.1.0                | EGA0603
          239.255.255.255          | EGA0603
          240.0.0.0                | EGA0603
          255.255.255.255          | EGA0603
          ff05::1                  | EGA0603
          100::1                   | EGA0603
          192.0.2.1                | EGA0604
          198.51.100.1             | EGA0604
          203.0.113.255            | EGA0604
          203.0.114.0              | ''
          198.18.0.1               | EGA0604
          198.19.255.255           | EGA0604
          2001:db8::1              | EGA0604
          3fff::1                  | EGA0604
          2001:2::1                | EGA0604
          091.198.174.192          | EGA0605
          10.20.0.010              | EGA0605
          FD00::1                  | EGA0605
          fd00:0::1                | EGA0605
          [fd00::1]                | EGA0605
          ::ffff:10.20.0.10        | EGA0605
          ::ffff:127.0.0.1         | EGA0605
          127.0.0.01               | EGA0605
          """)
  void areHeldAgainstFormAndRange(String address, String codes) {
    assertEquals(codes, Given.codes(alias(List.of(address)), Given.MESH));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ADDRESS      | www.wikipedia.org | Replace `endpoints` with `externalName: www.wikipedia.org`
          ADDRESS      | localhost         | Write the address at which the nodes of the cluster reach the service, such as `10.20.0.10`
          ADDRESS      | 1.2.3.4:443       | Write `1.2.3.4`, and declare the port in `ports`
          ADDRESS      | [2A00::1]:443     | Write `2a00::1`, and declare the port in `ports`
          ADDRESS      | 1.2.3.0/24        | Write a single address, such as `1.2.3.0`
          ADDRESS      | fe80::1%eth0      | Write a single address, such as `fe80::1`
          ADDRESS      | 1.2.3             | Write an address such as `10.20.0.10`
          ADDRESS      | 999.1.1.1:80      | Write an address such as `10.20.0.10`
          ADDRESS_FORM | 091.198.174.192   | Write `91.198.174.192`
          ADDRESS_FORM | 1:0:0:2:0:0:0:3   | Write `1:0:0:2::3`
          ADDRESS_FORM | ::ffff:10.20.0.1  | Write `10.20.0.1`
          ADDRESS_FORM | 64:ff9b::1.2.3.4  | Write `64:ff9b::102:304`
          """)
  void remedyNamesTheValueToWrite(Rule rule, String address, String remedy) {
    assertEquals(
        "endpoints[0]: " + remedy, Given.remedy(rule, alias(List.of(address)), Given.MESH));
  }

  /** Some networks use the reserved range as private addresses. */
  @ParameterizedTest
  @CsvSource({
    "240.0.0.1, WARNING",
    "247.255.255.255, WARNING",
    "255.255.255.255, ERROR",
    "239.255.255.255, ERROR",
    "0.0.0.1, ERROR",
    "100::1, ERROR"
  })
  void reservedAddressesAreAWarning(String address, Severity severity) {
    assertEquals(
        List.of(severity),
        Checks.check(alias(List.of(address)).build(), Given.MESH).stream()
            .map(Diagnostic::severity)
            .toList());
  }

  @ParameterizedTest
  @CsvSource({
    "10.20.0.10 10.20.0.11, ''",
    "10.20.0.10 10.20.0.10, EGA0606",
    "10.20.0.10 10.20.0.10 10.20.0.10, EGA0606 EGA0606",
    "fd00::1 fd00::2 10.20.0.10, ''",
    "fd00::1 FD00:0::1, EGA0605"
  })
  void duplicateAddressesAreReported(String addresses, String codes) {
    assertEquals(codes, Given.codes(alias(List.of(addresses.split(" "))), Given.MESH));
  }

  @ParameterizedTest
  @CsvSource({
    "1.32, 1.27, DISABLE, 1000, ''",
    "1.32, 1.27, DISABLE, 1001, EGA0607",
    "1.33, 1.27, DISABLE, 1001, ''",
    "1.32, none, DISABLE, 1001, EGA0607",
    "1.33, 1.27, SIMPLE, 4096, ''",
    "1.33, 1.27, SIMPLE, 4097, EGA0607"
  })
  void numberOfAddressesIsLimited(
      String kubernetes, String istio, String tls, int number, String codes) {
    List<String> addresses =
        IntStream.range(0, number)
            .mapToObj(i -> "10.20.%s.%s".formatted(i / 256, i % 256))
            .toList();
    Platform platform =
        Platform.builder()
            .kubernetes(KubernetesVersion.parse(kubernetes).orElseThrow())
            .istio(Given.platform(istio).istio())
            .build();
    EgressAlias.Builder alias =
        EgressAlias.builder()
            .name("my-alias")
            .namespace("shop")
            .target(new StaticEndpoints(addresses))
            .addPorts(Given.port("tcp-a:9000"))
            .tls(Given.tls(tls));
    assertEquals(codes, Given.codes(alias, platform));
  }
}
