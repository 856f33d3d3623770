package io.egressalias.model;

/**
 * How the sidecar encrypts what it sends to an external service. Istio's own mutual TLS cannot be
 * said: an external service is not part of the mesh and cannot take part in it.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/destination-rule/#ClientTLSSettings">
 *     ClientTLSSettings</a>
 */
public sealed interface ClientTls permits Disable, Origination {

  /** Returns no TLS: what the workload sends leaves as it is, encrypted by itself or not. */
  static ClientTls disable() {
    return new Disable();
  }

  /** Returns TLS with a server that is verified by the operating system's authorities. */
  static ClientTls simple() {
    return Simple.builder().build();
  }
}
