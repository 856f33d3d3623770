package io.egressalias.render;

import static io.egressalias.render.ObjectKind.DESTINATION_RULE;
import static io.egressalias.render.ObjectKind.ENDPOINTS;
import static io.egressalias.render.ObjectKind.ENDPOINT_SLICES;
import static io.egressalias.render.ObjectKind.SERVICE;
import static io.egressalias.render.ObjectKind.SERVICE_ENTRY;
import static io.egressalias.render.ObjectKind.VIRTUAL_SERVICE;

import io.egressalias.model.ExternalName;
import io.egressalias.model.Platform;
import io.egressalias.model.PlatformFact;
import io.egressalias.model.PodSelector;
import io.egressalias.model.StaticEndpoints;
import io.egressalias.model.Target;
import io.egressalias.resolve.ResolvedAlias;
import java.util.List;

/**
 * The table of the objects that implement an alias, which README.md shows in this order. The first
 * matching row applies.
 */
enum Composition {
  PODS(
      "`selector`", "any", "the Service selects pods, and Istio's own mutual TLS applies", SERVICE),
  CLUSTER_NAME(
      "`externalName` that is a name of the cluster itself",
      "`istio: none`, Istio 1.21 and later",
      "DNS resolves the alias to the Service, and the traffic stays in the cluster",
      SERVICE),
  ROUTED(
      "`externalName` or `endpoints` with `tls` SIMPLE or MUTUAL, or `authority`; `externalName`"
          + " with another `targetPort`, or under REGISTRY_ONLY",
      "sidecars, with Istio 1.13 and later, or not declared",
      "a sidecar routes the traffic; a pod without a sidecar cannot use the alias",
      SERVICE,
      DESTINATION_RULE,
      VIRTUAL_SERVICE,
      SERVICE_ENTRY),
  THROUGH_WAYPOINT(
      "the same, but for REGISTRY_ONLY",
      "`dataPlane: ambient`, with Istio 1.24 and later, or not declared",
      "a waypoint routes the traffic; without a waypoint or a sidecar, the traffic reaches no server",
      SERVICE,
      DESTINATION_RULE,
      VIRTUAL_SERVICE,
      SERVICE_ENTRY),
  HOST_WITHOUT_MESH(
      "`externalName`", "`istio: none`", "DNS resolves the alias to the external name", SERVICE),
  HOST_AS_ALIAS(
      "`externalName`",
      "Istio 1.21 and later",
      "Istio ignores a DestinationRule for such a Service",
      SERVICE),
  HOST(
      "`externalName`",
      "Istio before 1.21, or not declared",
      "as on Istio's task page",
      SERVICE,
      DESTINATION_RULE),
  SLICES_WITHOUT_MESH(
      "`endpoints`",
      "`istio: none`, Kubernetes 1.33 and later",
      "a cluster IP forwards to the addresses; a headless Service resolves to them",
      SERVICE,
      ENDPOINT_SLICES),
  ENDPOINTS_WITHOUT_MESH(
      "`endpoints`",
      "`istio: none`, Kubernetes before 1.33, or not declared",
      "a cluster IP forwards to the addresses; a headless Service resolves to them",
      SERVICE,
      ENDPOINTS),
  SLICES(
      "`endpoints`",
      "Kubernetes 1.33 and later",
      "as on Istio's task page, with EndpointSlices instead of Endpoints",
      SERVICE,
      ENDPOINT_SLICES,
      DESTINATION_RULE),
  ADDRESSES(
      "`endpoints`",
      "Kubernetes before 1.33, or not declared",
      "as on Istio's task page",
      SERVICE,
      ENDPOINTS,
      DESTINATION_RULE);

  private final String target;
  private final String platform;
  private final String reason;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<ObjectKind> kinds;

  private final String sentence;

  Composition(String target, String platform, String reason, ObjectKind... kinds) {
    this.target = target;
    this.platform = platform;
    this.reason = reason;
    this.kinds = List.of(kinds);
    String form = this.kinds.contains(VIRTUAL_SERVICE) ? "routed" : "direct";
    this.sentence = form + " form for " + platform.replace("`", "") + ": " + reason;
  }

  /** Returns the row of an alias. */
  static Composition of(ResolvedAlias alias) {
    return switch (alias.form()) {
      case DIRECT ->
          alias.clusterName().isPresent()
              ? CLUSTER_NAME
              : alias.alias().target().match(new Direct(alias.platform()));
      case SIDECAR -> ROUTED;
      case WAYPOINT -> THROUGH_WAYPOINT;
    };
  }

  /** The rows of the direct form. */
  private record Direct(Platform platform) implements Target.Cases<Composition> {
    @Override
    public Composition externalName(ExternalName target) {
      if (!platform.istio().present()) {
        return HOST_WITHOUT_MESH;
      }
      return PlatformFact.EXTERNAL_NAME_IS_ALIAS.holds(platform) ? HOST_AS_ALIAS : HOST;
    }

    @Override
    public Composition endpoints(StaticEndpoints target) {
      boolean slices = PlatformFact.ENDPOINTS_DEPRECATED.holds(platform);
      if (!platform.istio().present()) {
        return slices ? SLICES_WITHOUT_MESH : ENDPOINTS_WITHOUT_MESH;
      }
      return slices ? SLICES : ADDRESSES;
    }

    @Override
    public Composition selector(PodSelector target) {
      return PODS;
    }
  }

  /** Returns the objects, in their order. */
  List<ObjectKind> kinds() {
    return kinds;
  }

  /** Returns the targets of the row, in the terms of a declaration. */
  String target() {
    return target;
  }

  /** Returns the platforms of the row. */
  String platform() {
    return platform;
  }

  /** Returns the reason for these objects. */
  String reason() {
    return reason;
  }

  /** Returns the row as a sentence without a full stop. */
  String sentence() {
    return sentence;
  }
}
