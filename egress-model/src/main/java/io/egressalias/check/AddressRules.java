package io.egressalias.check;

import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.model.EndpointAddress;
import io.egressalias.model.IpAddress;
import io.egressalias.model.PlatformFact;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/** Rules about {@code endpoints}. */
final class AddressRules implements AliasRule {
  private static final int MOST_MIRRORED = 1000;
  static final int MOST_IN_SERVICE_ENTRY = 4096;

  @Override
  public void check(AliasScope alias, FindingCollector findings) {
    List<EndpointAddress> endpoints = alias.resolved().endpoints();
    if (endpoints.isEmpty()) {
      return;
    }
    Map<IpAddress, Integer> seen = new HashMap<>();
    for (int i = 0; i < endpoints.size(); i++) {
      address(endpoints.get(i), i, alias, seen, findings);
    }
    number(alias, endpoints.size(), findings);
  }

  private static void address(
      EndpointAddress endpoint,
      int index,
      AliasScope alias,
      Map<IpAddress, Integer> seen,
      FindingCollector findings) {
    String text = endpoint.address();
    FieldPath item = alias.path("endpoints").index(index);
    FieldPath path = endpoint.hostname().isPresent() ? item.key("address") : item;
    Optional<IpAddress> address = IpAddress.parse(text);
    if (address.isEmpty()) {
      noAddress(text, path, findings);
      return;
    }
    if (!address.get().toString().equals(text)) {
      form(text, address.get(), path, findings);
    }
    range(address.get(), path, findings);
    Integer first = seen.putIfAbsent(address.get(), index);
    if (first != null) {
      findings.add(
          Rule.ADDRESS_TWICE,
          item,
          "the address `%s` occurs twice, first at `endpoints[%s]`".formatted(address.get(), first),
          "Remove `endpoints[" + index + "]`");
    }
  }

  private static void noAddress(String text, FieldPath path, FindingCollector findings) {
    Optional<IpAddress> other = HostNameProblems.address(text);
    if (other.isPresent()) {
      form(text, other.get(), path, findings);
      return;
    }
    findings.add(
        Rule.ADDRESS,
        path,
        "expected an IP address, found `"
            + Quoted.shortened(text)
            + (isLocal(text) ? "`, which is the pod or node itself" : "`"),
        remedy(text));
  }

  private static void form(
      String text, IpAddress address, FieldPath path, FindingCollector findings) {
    findings.add(
        Rule.ADDRESS_FORM,
        path,
        "expected the canonical form of the address, found `" + Quoted.shortened(text) + "`",
        "Write `" + address + "`");
  }

  private static boolean isLocal(String text) {
    return text.equals("localhost") || text.endsWith(".localhost");
  }

  private static String remedy(String text) {
    if (isLocal(text)) {
      return "Write the address at which the nodes of the cluster reach the service, such as"
          + " `10.20.0.10`";
    }
    if (NameGrammar.isHost(text)) {
      return "Replace `endpoints` with `externalName: " + text + "`";
    }
    Matcher withPort = HostNameProblems.ADDRESS_WITH_PORT.matcher(text);
    if (withPort.matches()) {
      Optional<IpAddress> address = HostNameProblems.address(withPort.group(1));
      if (address.isPresent()) {
        return "Write `%s`, and declare the port in `ports`".formatted(address.get());
      }
    }
    int cut = text.indexOf('/') >= 0 ? text.indexOf('/') : text.indexOf('%');
    return cut > 0 && HostNameProblems.address(text.substring(0, cut)).isPresent()
        ? "Write a single address, such as `" + text.substring(0, cut) + "`"
        : "Write an address such as `10.20.0.10`";
  }

  private static void range(IpAddress address, FieldPath path, FindingCollector findings) {
    Optional<AddressRange> range = AddressRange.of(address);
    if (range.isPresent()) {
      findings.add(
          range.get().rule(),
          range.get().severity(),
          path,
          "`" + address + "` is " + range.get().meaning() + " (`" + range.get().range() + "`)",
          "Write the address at which the nodes of the cluster reach the service, such as `10.20.0.10`");
    }
  }

  private static void number(AliasScope alias, int number, FindingCollector findings) {
    boolean mirrored =
        !alias.resolved().isRouted() && !PlatformFact.ENDPOINTS_DEPRECATED.holds(alias.platform());
    if (mirrored && number > MOST_MIRRORED) {
      findings.add(
          Rule.TOO_MANY_ADDRESSES,
          alias.path("endpoints"),
          "expected at most 1000 addresses in Endpoints, found " + number,
          "Declare the release, such as "
              + ReleaseLine.KUBERNETES
              + ", if it is 1.33 or later, or split the"
              + " alias into several aliases");
    } else if (alias.resolved().isRouted() && number > MOST_IN_SERVICE_ENTRY) {
      findings.add(
          Rule.TOO_MANY_ADDRESSES,
          alias.path("endpoints"),
          "expected at most 4096 addresses in a ServiceEntry, found " + number,
          "Split the alias into several aliases");
    }
  }
}
