package io.egressalias.render;

import io.egressalias.model.IpAddress;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** IP families, with their names in the API. */
final class AddressFamilies {
  static final String IPV4 = "IPv4";
  static final String IPV6 = "IPv6";

  private AddressFamilies() {}

  /** The families of addresses, in the order in which they first occur. */
  static List<String> of(List<String> addresses) {
    Set<String> families = new LinkedHashSet<>();
    for (String address : addresses) {
      families.add(of(address));
    }
    return List.copyOf(families);
  }

  static String of(String address) {
    return IpAddress.parse(address).orElseThrow().isV4() ? IPV4 : IPV6;
  }
}
