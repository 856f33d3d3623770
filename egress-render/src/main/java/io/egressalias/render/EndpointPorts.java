package io.egressalias.render;

import io.egressalias.model.Protocol;
import io.egressalias.resolve.ResolvedAlias;
import io.egressalias.resolve.ResolvedPort;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The ports of Endpoints and EndpointSlices, on which the addresses listen. */
final class EndpointPorts {
  private EndpointPorts() {}

  /**
   * Writes the ports of an alias into Endpoints.
   *
   * @param explicit whether to write the default protocol TCP. The API server adds it to the list,
   *     and a second apply of a list without it reports a change.
   */
  static void ofEndpoints(ObjectNode parent, ResolvedAlias alias, boolean explicit) {
    if (alias.ports().isEmpty()) {
      return;
    }
    ArrayNode ports = parent.putArray("ports");
    for (ResolvedPort port : alias.ports()) {
      ObjectNode node = ports.addObject();
      // The name connects the port to the port of the Service; without it no traffic reaches the
      // address.
      ObjectTrees.put(node, "name", port.declared().name());
      put(node, port, explicit);
    }
  }

  /** Writes the ports of an alias into a slice, in which the API server also adds an empty name. */
  static void ofSlice(ObjectNode parent, ResolvedAlias alias) {
    if (alias.ports().isEmpty()) {
      return;
    }
    ArrayNode ports = parent.putArray("ports");
    for (ResolvedPort port : alias.ports()) {
      put(ports.addObject().put("name", port.declared().name().orElse("")), port, true);
    }
  }

  private static void put(ObjectNode node, ResolvedPort port, boolean explicit) {
    if (explicit || port.declared().protocol() != Protocol.TCP) {
      node.put("protocol", port.declared().protocol().name());
    }
    ObjectTrees.put(node, "appProtocol", port.declared().appProtocol());
    node.put("port", port.targetNumber());
  }
}
