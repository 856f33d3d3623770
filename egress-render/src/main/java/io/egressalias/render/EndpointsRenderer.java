package io.egressalias.render;

import io.egressalias.model.EgressAlias;
import io.egressalias.model.Protocol;
import io.egressalias.model.ServicePort;
import io.egressalias.model.StaticEndpoints;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Renders Endpoints, where an alias of IP addresses leads.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/service-resources/endpoints-v1/">Endpoints</a>
 */
final class EndpointsRenderer {
  private EndpointsRenderer() {}

  static Optional<Manifest> render(EgressAlias alias) {
    return alias.target() instanceof StaticEndpoints target
        ? Optional.of(endpoints(alias, target))
        : Optional.empty();
  }

  private static Manifest endpoints(EgressAlias alias, StaticEndpoints target) {
    ObjectNode endpoints = Trees.object("v1", "Endpoints", alias);
    ObjectNode subset = endpoints.putArray("subsets").addObject();
    ArrayNode addresses = subset.putArray("addresses");
    target.addresses().forEach(address -> addresses.addObject().put("ip", address));
    ArrayNode ports = subset.putArray("ports");
    for (ServicePort port : alias.ports()) {
      ObjectNode node = ports.addObject();
      // A name ties the port to that of the Service; without it traffic ends nowhere.
      port.name().ifPresent(name -> node.put("name", name));
      node.put("port", port.targetNumber());
      if (port.protocol() != Protocol.TCP) {
        node.put("protocol", port.protocol().name());
      }
      port.appProtocol().ifPresent(protocol -> node.put("appProtocol", protocol));
    }
    return new Manifest(endpoints, alias);
  }
}
