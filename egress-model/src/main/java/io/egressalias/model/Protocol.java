package io.egressalias.model;

/**
 * A transport protocol of a Service port; the name of a constant is the value in the API.
 *
 * @see <a href="https://kubernetes.io/docs/reference/networking/service-protocols/">Protocols for
 *     Services</a>
 */
public enum Protocol {
  /** Transmission Control Protocol. */
  TCP,
  /** User Datagram Protocol. */
  UDP,
  /** Stream Control Transmission Protocol. */
  SCTP
}
