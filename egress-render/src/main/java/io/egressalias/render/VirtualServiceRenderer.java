package io.egressalias.render;

import io.egressalias.model.EgressAlias;
import io.egressalias.model.Platform;
import io.egressalias.model.ServicePort;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Renders the VirtualService, which leads from the name of an alias to its ServiceEntry, port by
 * port.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/virtual-service/">VirtualService</a>
 */
final class VirtualServiceRenderer {
  private VirtualServiceRenderer() {}

  static ObjectNode render(EgressAlias alias, Platform platform) {
    ObjectNode service = Trees.object(ApiVersions.istio(platform), "VirtualService", alias);
    ObjectNode spec = service.putObject("spec");
    spec.putArray("hosts").add(HostNames.ofAlias(alias, platform));
    List<ServicePort> http = new ArrayList<>();
    List<ServicePort> tcp = new ArrayList<>();
    for (ServicePort port : alias.ports()) {
      (port.speaksHttp() ? http : tcp).add(port);
    }
    routes(spec, "http", http, alias);
    routes(spec, "tcp", tcp, alias);
    return service;
  }

  private static void routes(
      ObjectNode spec, String protocol, List<ServicePort> ports, EgressAlias alias) {
    if (ports.isEmpty()) {
      return;
    }
    ArrayNode routes = spec.putArray(protocol);
    for (ServicePort port : ports) {
      ObjectNode route = routes.addObject();
      match(route.putArray("match").addObject(), port, alias);
      if (port.speaksHttp() && alias.authority().isPresent()) {
        route.putObject("rewrite").put("authority", alias.authority().get());
      }
      ObjectNode destination = route.putArray("route").addObject().putObject("destination");
      destination.put("host", HostNames.ofEntry(alias));
      destination.putObject("port").put("number", port.port());
    }
  }

  /**
   * Labels and namespace stand in every match, beside the selector of the rule: the rule alone
   * would let other pods through in clear text, and it selects pods of its own namespace only.
   */
  private static void match(ObjectNode match, ServicePort port, EgressAlias alias) {
    match.put("port", port.port());
    if (alias.workloadSelector().isPresent()) {
      match.put("sourceNamespace", alias.effectiveNamespace());
      Trees.putAll(match, "sourceLabels", alias.workloadSelector().get().matchLabels());
    }
  }
}
