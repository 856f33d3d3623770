package io.egressalias.render;

import io.egressalias.resolve.ResolvedAlias;
import io.egressalias.resolve.ResolvedPort;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Renders the VirtualService, which routes the name of an alias to its ServiceEntry, port by port.
 * Each route names a subset of the DestinationRule. If the rule does not exist, or does not select
 * a pod, the subset is missing and nothing is sent.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/virtual-service/">VirtualService</a>
 */
final class VirtualServiceRenderer {
  private VirtualServiceRenderer() {}

  static ObjectNode render(ResolvedAlias alias) {
    ObjectNode service =
        ObjectTrees.object(ApiVersions.istio(alias.platform()), "VirtualService", alias);
    ObjectNode spec = service.putObject("spec");
    // The host of the ServiceEntry is included: a call of it, by its Host header or by its address,
    // would otherwise use a cluster without a subset, which sends plaintext if the rule does not
    // apply.
    spec.putArray("hosts").add(AliasHosts.ofAlias(alias)).add(AliasHosts.ofEntry(alias));
    List<ResolvedPort> http = new ArrayList<>();
    List<ResolvedPort> tcp = new ArrayList<>();
    for (ResolvedPort port : alias.ports()) {
      (port.speaksHttp() ? http : tcp).add(port);
    }
    Subsets subsets = Subsets.of(alias);
    routes(spec, "http", http, alias, subsets);
    routes(spec, "tcp", tcp, alias, subsets);
    return service;
  }

  private static void routes(
      ObjectNode spec,
      String protocol,
      List<ResolvedPort> ports,
      ResolvedAlias alias,
      Subsets subsets) {
    if (ports.isEmpty()) {
      return;
    }
    ArrayNode routes = spec.putArray(protocol);
    for (ResolvedPort port : ports) {
      ObjectNode route = routes.addObject();
      route.putArray("match").addObject().put("port", port.number());
      if (port.authority().isPresent()) {
        route.putObject("rewrite").put("authority", port.authority().get());
      }
      ObjectNode destination = route.putArray("route").addObject().putObject("destination");
      destination.put("host", AliasHosts.ofEntry(alias));
      destination.put("subset", subsets.name(port));
      destination.putObject("port").put("number", port.number());
    }
  }
}
