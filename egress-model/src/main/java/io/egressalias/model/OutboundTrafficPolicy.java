package io.egressalias.model;

/**
 * The treatment of traffic to hosts that the mesh does not know; the name of a constant is the
 * value in Istio's API.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig-OutboundTrafficPolicy-Mode">
 *     OutboundTrafficPolicy.Mode</a>
 */
public enum OutboundTrafficPolicy {
  /** The traffic is sent to its original destination. */
  ALLOW_ANY,
  /** The traffic is dropped. */
  REGISTRY_ONLY,
  /** The proxy resolves the host that the traffic names, and sends the traffic there. */
  ALLOW_ANY_DYNAMIC_DNS
}
