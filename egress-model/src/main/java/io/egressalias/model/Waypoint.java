package io.egressalias.model;

import java.util.Optional;

/**
 * The waypoint that carries the traffic of an alias in an ambient mesh.
 *
 * @see <a href="https://istio.io/latest/docs/ambient/usage/waypoint/">Waypoints</a>
 */
public sealed interface Waypoint {

  /** The word for {@link OfNamespace} in a declaration. */
  String OF_NAMESPACE = "namespace";

  /** Returns a waypoint in the namespace of the alias. */
  static Waypoint named(String name) {
    return new Named(name, Optional.empty());
  }

  /** Returns a waypoint in a namespace. */
  static Waypoint named(String name, String namespace) {
    return new Named(name, Optional.of(namespace));
  }

  /**
   * Returns the waypoint that an option names.
   *
   * @param text {@code name}, {@code namespace/name}, or {@link #OF_NAMESPACE}
   */
  static Waypoint parse(String text) {
    int slash = text.indexOf('/');
    if (slash >= 0) {
      return named(text.substring(slash + 1), text.substring(0, slash));
    }
    return text.equals(OF_NAMESPACE) ? ofNamespace() : named(text);
  }

  /** Returns the waypoint of the namespace of the alias. */
  static Waypoint ofNamespace() {
    return new OfNamespace();
  }

  /**
   * A waypoint with a name, for which the Service of the alias has labels.
   *
   * @param name the name of the Gateway of the waypoint, a DNS label: 1 to 63 characters
   * @param namespace the namespace of the Gateway, a DNS label; empty: the namespace of the alias
   */
  record Named(String name, Optional<String> namespace) implements Waypoint {}

  /**
   * The waypoint of the namespace of the alias, which has the label {@code istio.io/use-waypoint}.
   */
  record OfNamespace() implements Waypoint {}
}
