package io.egressalias.render;

import io.egressalias.model.Protocol;
import io.egressalias.resolve.ResolvedAlias;
import io.egressalias.resolve.ResolvedPort;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The ports of Endpoints and EndpointSlices: those that the addresses listen on. */
final class EndpointPorts {
  private EndpointPorts() {}

  /**
   * Writes the ports of an alias into Endpoints.
   *
   * @param explicit whether TCP is written as well. A server puts it into the list, and a second
   *     apply of a list without it says that something changed.
   */
  static void ofEndpoints(ObjectNode parent, ResolvedAlias alias, boolean explicit) {
    ArrayNode ports = parent.putArray("ports");
    for (ResolvedPort port : alias.ports()) {
      ObjectNode node = ports.addObject();
      // The name ties the port to that of the Service; without it traffic ends nowhere.
      ObjectTrees.put(node, "name", port.declared().name());
      put(node, port, explicit);
    }
  }

  /** Writes the ports of an alias into a slice, where a server puts in an empty name as well. */
  static void ofSlice(ObjectNode parent, ResolvedAlias alias) {
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
