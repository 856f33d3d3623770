package io.egressalias.model;

import java.util.Optional;

/**
 * The port of a target: a number, or the name of a container's port.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports">Port
 *     definitions</a>
 */
public sealed interface TargetPort {

  /** Returns the number; empty if the port is given by name. */
  default Optional<Integer> asNumber() {
    return this instanceof ByNumber number ? Optional.of(number.value()) : Optional.empty();
  }

  /**
   * A port by its number.
   *
   * @param value 1 to 65535
   */
  record ByNumber(int value) implements TargetPort {}

  /**
   * A port by its name in the pod.
   *
   * @param value a service name as in RFC 6335: at most 15 characters, at least one letter
   */
  record ByName(String value) implements TargetPort {}
}
