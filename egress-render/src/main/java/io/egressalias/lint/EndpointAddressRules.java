package io.egressalias.lint;

import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.ManifestObject;
import io.egressalias.model.IpAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds ServiceEntries with the address of an endpoint.
 *
 * @see <a href="https://github.com/istio/istio/issues/59576">istio/istio#59576</a>
 */
final class EndpointAddressRules implements ManifestRule {
  private static final List<String> SINGLE = List.of("/32", "/128");

  @Override
  public void check(LintContext context) {
    RuleLookup lookup = context.lookup();
    WaypointTable waypoints = context.waypoints();
    Set<ManifestObject> reported = new HashSet<>();
    for (HostDefinition target : context.hosts().external()) {
      if (target.isEntry()
          && context.ambient().includes(target.namespace())
          && waypoints.of(target.object()) == WaypointTable.Binding.BOUND
          && reported.add(target.object())) {
        check(target, lookup, context);
      }
    }
  }

  private static void check(HostDefinition target, RuleLookup lookup, LintContext context) {
    Field spec = Field.of(target.object(), "spec");
    Set<IpAddress> endpoints = new HashSet<>();
    for (Field endpoint : spec.at("endpoints").items()) {
      IpAddress.parse(endpoint.at("address").text()).ifPresent(endpoints::add);
    }
    if (endpoints.isEmpty()) {
      return;
    }
    for (Field address : spec.at("addresses").items()) {
      Optional<IpAddress> single = IpAddress.parse(single(address.text()));
      if (single.isPresent() && endpoints.contains(single.get())) {
        report(address, isOriginated(target, lookup, context), context);
        return;
      }
    }
  }

  private static String single(String address) {
    for (String end : SINGLE) {
      if (address.endsWith(end)) {
        return address.substring(0, address.length() - end.length());
      }
    }
    return address;
  }

  private static boolean isOriginated(
      HostDefinition target, RuleLookup lookup, LintContext context) {
    for (HostPort port : target.ports()) {
      Sending sending = Sending.of(context.hosts(), lookup, target, port, target.namespace());
      if (sending.tls().isPresent() && sending.tls().get().originates()) {
        return true;
      }
    }
    return false;
  }

  private static void report(Field address, boolean originated, LintContext context) {
    context
        .findings()
        .add(
            Rule.ADDRESS_OF_ENDPOINT,
            originated ? Severity.ERROR : Severity.WARNING,
            address.object(),
            address.path(),
            "expected an address that no endpoint has, found `"
                + Quoted.shortened(address.text())
                + "`, which a ztunnel calls without the waypoint"
                + (originated ? ", so that the calls are sent without TLS" : ""),
            "Write an address that no server has, such as `240.0.0.10`, and call the host by its"
                + " name");
  }
}
