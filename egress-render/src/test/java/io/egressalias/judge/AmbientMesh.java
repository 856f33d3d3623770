package io.egressalias.judge;

import io.egressalias.model.Waypoint;
import java.util.List;

/** An ambient mesh with the waypoint of an alias, and the place of the caller. */
enum AmbientMesh {
  NAMED("--namespace shop --waypoint waypoint.shop"),
  CALLED_FROM_ELSEWHERE("--namespace elsewhere --waypoint waypoint.shop"),
  REGISTRY_ONLY("--namespace shop --waypoint waypoint.shop --registry-only"),
  NAMED_IN_ENROLLED_NAMESPACE("--namespace shop --waypoint waypoint.shop --enroll"),
  MESH_WIDE_MUTUAL("--namespace elsewhere --waypoint waypoint.shop") {
    @Override
    String documents() {
      return """
          ---
          apiVersion: networking.istio.io/v1
          kind: DestinationRule
          metadata: {name: everybody, namespace: istio-system}
          spec: {host: "*", trafficPolicy: {tls: {mode: ISTIO_MUTUAL}}}
          """;
    }
  },
  NOT_READY("--namespace shop --waypoint waypoint.shop --not-ready"),
  NOT_READY_IN_ENROLLED_NAMESPACE("--namespace shop --waypoint waypoint.shop --enroll --not-ready"),
  /** There is no waypoint of this name: it is deleted, or the label has a typing error. */
  MISSING("--namespace shop --waypoint waypoint.other"),
  OF_NAMESPACE("--namespace shop --waypoint waypoint.shop --enroll"),
  OF_NAMESPACE_CALLED_FROM_ELSEWHERE("--namespace elsewhere --waypoint waypoint.shop --enroll"),
  OF_NAMESPACE_NOT_READY("--namespace shop --waypoint waypoint.shop --enroll --not-ready"),
  OF_NAMESPACE_NOT_ENROLLED("--namespace shop --waypoint waypoint.shop"),
  ELSEWHERE("--namespace shop --waypoint waypoint.istio-egress"),
  ELSEWHERE_CALLED_FROM_THERE("--namespace istio-egress --waypoint waypoint.istio-egress"),
  ELSEWHERE_CALLED_FROM_A_THIRD("--namespace third --waypoint waypoint.istio-egress"),
  ELSEWHERE_IN_ENROLLED_NAMESPACE("--namespace shop --waypoint waypoint.istio-egress") {
    @Override
    String documents() {
      return """
          ---
          apiVersion: v1
          kind: Namespace
          metadata:
            name: shop
            labels:
              istio.io/use-waypoint: waypoint
              istio.io/use-waypoint-namespace: istio-egress
          """;
    }
  },
  ELSEWHERE_NOT_READY("--namespace shop --waypoint waypoint.istio-egress --not-ready"),
  ELSEWHERE_MISSING("--namespace shop --waypoint waypoint.shop"),
  /** By default, a waypoint carries traffic of its own namespace only. */
  ELSEWHERE_NOT_ALLOWED("--namespace shop --waypoint waypoint.istio-egress") {
    @Override
    String documents() {
      return """
          ---
          apiVersion: gateway.networking.k8s.io/v1
          kind: Gateway
          metadata:
            name: waypoint
            namespace: istio-egress
            labels: {istio.io/waypoint-for: service}
          spec:
            gatewayClassName: istio-waypoint
            listeners: [{name: mesh, port: 15008, protocol: HBONE}]
          """;
    }
  };

  /** The namespace of the waypoint that is in another namespace than the alias. */
  static final String EGRESS = "istio-egress";

  static final List<Waypoint> WAYPOINTS =
      List.of(
          Waypoint.named("waypoint"), Waypoint.ofNamespace(), Waypoint.named("waypoint", EGRESS));

  private final String options;

  AmbientMesh(String options) {
    this.options = options;
  }

  /** The declared waypoint. */
  Waypoint waypoint() {
    int kind = name().startsWith("OF_NAMESPACE") ? 1 : name().startsWith("ELSEWHERE") ? 2 : 0;
    return WAYPOINTS.get(kind);
  }

  /** Whether the waypoint carries the traffic. */
  boolean works() {
    return !name().contains("NOT_") && !name().contains("MISSING");
  }

  /** The corresponding options of the judge. */
  List<String> options() {
    return List.of(options.split(" ", -1));
  }

  /** The objects in the cluster in addition to those of the aliases. */
  String documents() {
    return "";
  }
}
