package io.egressalias.render;

import io.egressalias.resolve.ResolvedAlias;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** A kind of object and its renderer, in the order of the objects of an alias. */
enum ObjectKind {
  SERVICE("Service", "gives the alias its name"),
  ENDPOINTS("Endpoints", "says where the Service leads"),
  ENDPOINT_SLICES("EndpointSlices", "says where the Service leads"),
  DESTINATION_RULE(
      "DestinationRule", "says how traffic is encrypted, and keeps Istio's mutual TLS off"),
  VIRTUAL_SERVICE(
      "VirtualService", "leads from the name of the alias to its ServiceEntry, port by port"),
  /**
   * Last, because without the ServiceEntry the route reaches nothing, so no new port uses an old
   * rule.
   */
  SERVICE_ENTRY("ServiceEntry", "says where the route leads, by a name that no other alias has");

  private final String title;
  private final String purpose;

  ObjectKind(String title, String purpose) {
    this.title = title;
    this.purpose = purpose;
  }

  /** Returns the kind, in the plural if there can be several. */
  String title() {
    return title;
  }

  /** Returns the purpose of the object. */
  String purpose() {
    return purpose;
  }

  List<ObjectNode> render(ResolvedAlias alias) {
    return switch (this) {
      case SERVICE -> List.of(ServiceRenderer.render(alias));
      case ENDPOINTS -> List.of(EndpointsRenderer.render(alias));
      case ENDPOINT_SLICES -> EndpointSliceRenderer.render(alias);
      case DESTINATION_RULE -> List.of(DestinationRuleRenderer.render(alias));
      case VIRTUAL_SERVICE -> List.of(VirtualServiceRenderer.render(alias));
      case SERVICE_ENTRY -> List.of(ServiceEntryRenderer.render(alias));
    };
  }
}
