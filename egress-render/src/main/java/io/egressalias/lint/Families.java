package io.egressalias.lint;

import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.ManifestFindings;
import io.egressalias.internal.manifest.ManifestObject;
import io.egressalias.model.IpAddress;
import java.util.List;
import java.util.Optional;

/** Compares the families of a Service with those of its addresses. */
final class Families {
  private Families() {}

  /**
   * Checks a Service that is in the set with endpoints. A headless Service without families has
   * both, and DNS answers with the addresses of every slice.
   */
  static void check(ManifestObject service, ServiceView view, ManifestFindings findings) {
    Field spec = Field.of(service, "spec");
    boolean dual = spec.at("ipFamilyPolicy").text().endsWith("DualStack");
    if (!ServiceView.usesOwnEndpoints(service) || ServiceView.isHeadless(service) || dual) {
      return;
    }
    List<String> families = spec.at("ipFamilies").texts();
    if (families.isEmpty()) {
      families = List.of(ofCluster(spec.at("clusterIP").text()));
    }
    for (ManifestObject endpoints : view.endpoints()) {
      for (Field address : ServiceView.addresses(endpoints)) {
        Optional<IpAddress> parsed = IpAddress.parse(address.text());
        if (parsed.isPresent() && !families.contains(family(parsed.get()))) {
          report(spec, address, family(parsed.get()), findings);
          return;
        }
      }
    }
  }

  /** Most clusters have IPv4 first, but an address that is written decides. */
  private static String ofCluster(String clusterIp) {
    return family(IpAddress.parse(clusterIp).filter(ip -> !ip.isV4()));
  }

  private static String family(Optional<IpAddress> v6) {
    return v6.isPresent() ? "IPv6" : "IPv4";
  }

  private static String family(IpAddress address) {
    return address.isV4() ? "IPv4" : "IPv6";
  }

  private static void report(Field spec, Field address, String family, ManifestFindings findings) {
    Field families = spec.at("ipFamilies");
    String found = families.present() ? "`[" + String.join(", ", families.texts()) + "]`" : "none";
    findings.add(
        Rule.FAMILIES_MISSING,
        spec.object(),
        families.path(),
        "expected `ipFamilies` with %s, the family of the address %s of `%s`, found %s"
            .formatted(family, Quoted.shortened(address.text()), address.object().id(), found),
        "Write `ipFamilies: [%s]`, or `ipFamilyPolicy: PreferDualStack` for addresses of both"
            .formatted(family));
  }
}
