package io.egressalias.model;

/**
 * The TLS between the sidecar and an external service. Istio's mutual TLS is not available: an
 * external service is not part of the mesh.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/destination-rule/#ClientTLSSettings">
 *     ClientTLSSettings</a>
 */
public sealed interface ClientTls permits Disable, Origination {

  /** Returns the setting that the sidecar adds no TLS: traffic leaves as the workload sends it. */
  static ClientTls disable() {
    return new Disable();
  }

  /**
   * Returns TLS that verifies the server by the certificate authorities of the operating system.
   */
  static ClientTls simple() {
    return Simple.builder().build();
  }
}
