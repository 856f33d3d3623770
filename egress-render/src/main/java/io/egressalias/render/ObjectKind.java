package io.egressalias.render;

import io.egressalias.model.EgressAlias;
import io.egressalias.model.Platform;
import java.util.List;
import java.util.function.BiFunction;
import tools.jackson.databind.node.ObjectNode;

/** A kind of object and what renders it; in the order in which the objects of an alias come. */
enum ObjectKind {
  SERVICE(
      "Service",
      "gives the alias its name",
      (alias, platform) -> List.of(ServiceRenderer.render(alias, platform))),
  ENDPOINTS(
      "Endpoints",
      "says where the Service leads",
      (alias, platform) -> List.of(EndpointsRenderer.render(alias, platform))),
  ENDPOINT_SLICES(
      "EndpointSlices",
      "says where the Service leads",
      (alias, platform) -> EndpointSliceRenderer.render(alias)),
  SERVICE_ENTRY(
      "ServiceEntry",
      "says where the route leads, by a name that no other alias has",
      (alias, platform) -> List.of(ServiceEntryRenderer.render(alias, platform))),
  DESTINATION_RULE(
      "DestinationRule",
      "says how traffic is encrypted, and keeps Istio's mutual TLS off",
      (alias, platform) -> List.of(DestinationRuleRenderer.render(alias, platform))),
  VIRTUAL_SERVICE(
      "VirtualService",
      "leads from the name of the alias to its ServiceEntry, port by port",
      (alias, platform) -> List.of(VirtualServiceRenderer.render(alias, platform)));

  private final String title;
  private final String purpose;

  @SuppressWarnings("ImmutableEnumChecker") // a function without state
  private final BiFunction<EgressAlias, Platform, List<ObjectNode>> renderer;

  ObjectKind(
      String title, String purpose, BiFunction<EgressAlias, Platform, List<ObjectNode>> renderer) {
    this.title = title;
    this.purpose = purpose;
    this.renderer = renderer;
  }

  /** Returns the kind, in the plural where there may be several. */
  String title() {
    return title;
  }

  /** Returns what the object is there for. */
  String purpose() {
    return purpose;
  }

  List<ObjectNode> render(EgressAlias alias, Platform platform) {
    return renderer.apply(alias, platform);
  }
}
