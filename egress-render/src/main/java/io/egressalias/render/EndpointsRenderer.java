package io.egressalias.render;

import io.egressalias.model.EndpointAddress;
import io.egressalias.resolve.ResolvedAlias;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Renders the Endpoints of an alias with IP addresses, for Kubernetes before 1.33.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/service-resources/endpoints-v1/">Endpoints</a>
 */
final class EndpointsRenderer {
  private EndpointsRenderer() {}

  static ObjectNode render(ResolvedAlias alias) {
    ObjectNode endpoints = ObjectTrees.object(ApiVersions.CORE, "Endpoints", alias);
    ObjectNode subset = endpoints.putArray("subsets").addObject();
    ArrayNode addresses = subset.putArray("addresses");
    for (EndpointAddress endpoint : alias.endpoints()) {
      ObjectNode address = addresses.addObject().put("ip", endpoint.address());
      ObjectTrees.put(address, "hostname", endpoint.hostname());
    }
    EndpointPorts.ofEndpoints(subset, alias, alias.platform().kubernetes().isPresent());
    return endpoints;
  }
}
