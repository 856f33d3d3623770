package io.egressalias.model;

/**
 * What becomes of traffic to hosts that the mesh does not know; the name of a constant is the word
 * of the API.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig-OutboundTrafficPolicy-Mode">
 *     OutboundTrafficPolicy.Mode</a>
 */
public enum OutboundTrafficPolicy {
  /** It goes where the workload sent it. */
  ALLOW_ANY,
  /** It goes nowhere. */
  REGISTRY_ONLY
}
