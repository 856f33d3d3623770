package io.egressalias.render;

import io.egressalias.model.EgressAlias;
import io.egressalias.model.Platform;
import java.util.List;
import java.util.function.BiFunction;

/** A kind of object and what renders it; in the order in which the objects of an alias come. */
enum ObjectKind {
  SERVICE("Service", (alias, platform) -> List.of(ServiceRenderer.render(alias, platform))),
  ENDPOINTS("Endpoints", (alias, platform) -> List.of(EndpointsRenderer.render(alias, platform))),
  ENDPOINT_SLICES("EndpointSlices", (alias, platform) -> EndpointSliceRenderer.render(alias)),
  SERVICE_ENTRY(
      "ServiceEntry", (alias, platform) -> List.of(ServiceEntryRenderer.render(alias, platform))),
  DESTINATION_RULE(
      "DestinationRule",
      (alias, platform) -> List.of(DestinationRuleRenderer.render(alias, platform))),
  VIRTUAL_SERVICE(
      "VirtualService",
      (alias, platform) -> List.of(VirtualServiceRenderer.render(alias, platform)));

  private final String title;

  @SuppressWarnings("ImmutableEnumChecker") // a function without state
  private final BiFunction<EgressAlias, Platform, List<Manifest>> renderer;

  ObjectKind(String title, BiFunction<EgressAlias, Platform, List<Manifest>> renderer) {
    this.title = title;
    this.renderer = renderer;
  }

  String title() {
    return title;
  }

  List<Manifest> render(EgressAlias alias, Platform platform) {
    return renderer.apply(alias, platform);
  }
}
