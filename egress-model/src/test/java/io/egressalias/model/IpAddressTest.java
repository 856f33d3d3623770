package io.egressalias.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests how addresses are parsed and written. */
final class IpAddressTest {

  /** RFC 5952, sections 2 and 4, and edge cases. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0.0.0.0                                 | 0.0.0.0
          255.255.255.255                         | 255.255.255.255
          2001:db8:0:0:1:0:0:1                    | 2001:db8::1:0:0:1
          2001:0db8:0:0:1:0:0:1                   | 2001:db8::1:0:0:1
          2001:db8::1:0:0:1                       | 2001:db8::1:0:0:1
          2001:db8::0:1:0:0:1                     | 2001:db8::1:0:0:1
          2001:0db8::1:0:0:1                      | 2001:db8::1:0:0:1
          2001:db8:0:0:1::1                       | 2001:db8::1:0:0:1
          2001:DB8:0:0:1::1                       | 2001:db8::1:0:0:1
          2001:db8:aaaa:bbbb:cccc:dddd:eeee:0001  | 2001:db8:aaaa:bbbb:cccc:dddd:eeee:1
          2001:db8:aaaa:bbbb:cccc:dddd::1         | 2001:db8:aaaa:bbbb:cccc:dddd:0:1
          2001:db8:0:0:0:0:0:1                    | 2001:db8::1
          2001:0:0:1:0:0:0:1                      | 2001:0:0:1::1
          2001:db8:0:1:1:1:1:1                    | 2001:db8:0:1:1:1:1:1
          2001:db8::1:1:1:1:1                     | 2001:db8:0:1:1:1:1:1
          1:0:0:2:0:0:0:3                         | 1:0:0:2::3
          0:0:0:0:0:0:0:0                         | ::
          0:0:0:0:0:0:0:1                         | ::1
          1:0:0:0:0:0:0:0                         | 1::
          1:2:3:4:5:6:0:0                         | 1:2:3:4:5:6::
          0:0:3:4:5:6:7:8                         | ::3:4:5:6:7:8
          0:2:3:4:5:6:7:0                         | 0:2:3:4:5:6:7:0
          ::1.2.3.4                               | ::102:304
          64:ff9b::1.2.3.4                        | 64:ff9b::102:304
          64:ff9b::102:304                        | 64:ff9b::102:304
          1:2:3:4:5:6:1.2.3.4                     | 1:2:3:4:5:6:102:304
          ::ffff:1.2.3.4                          | 1.2.3.4
          ::ffff:102:304                          | 1.2.3.4
          ::fffe:102:304                          | ::fffe:102:304
          FE80::ABCD                              | fe80::abcd
          """)
  void toStringIsCanonical(String text, String canonical) {
    assertEquals(Optional.of(canonical), IpAddress.parse(text).map(IpAddress::toString));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "1",
        "1.2.3",
        "1.2.3.",
        ".1.2.3",
        "1..2.3",
        "1.2.3.4.5",
        "1.2.3.256",
        "1.2.3.04",
        "01.2.3.4",
        "1.2.3.-4",
        "1.2.3.+4",
        "1.2.3.0x4",
        "1.2.3.4 ",
        " 1.2.3.4",
        "1.2.3.4/32",
        "1.2.3.4:80",
        "1.2.3.1e1",
        "1.2.3.\u0661",
        "1.2.3.99999999999",
        "a.b.c.d",
        "localhost",
        ":",
        ":::",
        "1::2::3",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "1:2:3:4:5:6:7::8:9",
        ":1:2:3",
        "1:2:3:4:5:6:7:",
        ":1::",
        "12345::",
        "g::",
        "::1%eth0",
        "::1/128",
        "[::1]",
        "::1.2.3",
        "::1.2.3.04",
        "::1.2.3.4.5",
        "1.2.3.4::",
        "::1.2.3.4:5",
        "1:2:3:4:5:6:7:1.2.3.4",
        "::+1",
        "1:2:3:4:5:6:7::8",
        "::\u0663"
      })
  void isNotReadFromAnythingElse(String text) {
    assertEquals(Optional.empty(), IpAddress.parse(text));
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0, 10.0.0.0/8, true",
    "10.255.255.255, 10.0.0.0/8, true",
    "11.0.0.0, 10.0.0.0/8, false",
    "198.19.255.255, 198.18.0.0/15, true",
    "198.20.0.0, 198.18.0.0/15, false",
    "1.2.3.4, 1.2.3.4/32, true",
    "1.2.3.5, 1.2.3.4/32, false",
    "1.2.3.4, 0.0.0.0/0, true",
    "febf::1, fe80::/10, true",
    "fec0::1, fe80::/10, false",
    "::1, ::1/128, true",
    "::2, ::1/128, false",
    "::1, 0.0.0.0/0, false",
    "1.2.3.4, ::/0, false"
  })
  void rangeContainsItsAddresses(String address, String range, boolean within) {
    assertEquals(within, IpRange.of(range).contains(address(address)));
  }

  @Test
  void equalAddressesInDifferentNotationsAreEqual() {
    assertEquals(address("2001:DB8::0:1"), address("2001:db8::1"));
    assertEquals(address("2001:DB8::0:1").hashCode(), address("2001:db8::1").hashCode());
    assertNotEquals(address("::ffff:1.2.3.4"), address("1.2.3.4"));
    assertTrue(address("::ffff:1.2.3.4").isV4Mapped());
    assertTrue(address("1.2.3.4").isV4());
  }

  @Test
  void toStringDoesNotDependOnTheLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertEquals("10.20.0.10", address("10.20.0.10").toString());
    } finally {
      Locale.setDefault(before);
    }
  }

  private static IpAddress address(String text) {
    return IpAddress.parse(text).orElseThrow();
  }
}
