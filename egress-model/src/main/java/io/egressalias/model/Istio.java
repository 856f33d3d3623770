package io.egressalias.model;

import java.util.Optional;

/** What is known of the mesh of a cluster. */
public sealed interface Istio {

  /** Returns a mesh of which no release is known. */
  static Istio undeclared() {
    return new Undeclared();
  }

  /** Returns a cluster that has no mesh. */
  static Istio none() {
    return new None();
  }

  /** Returns a mesh of a release. */
  static Istio release(IstioVersion version) {
    return new Release(version);
  }

  /** Returns the release, if one is declared. */
  default Optional<IstioVersion> version() {
    return this instanceof Release release ? Optional.of(release.number()) : Optional.empty();
  }

  /** Returns whether there is a mesh, of whatever release. */
  default boolean present() {
    return !(this instanceof None);
  }

  /** A mesh of which no release is known. */
  record Undeclared() implements Istio {}

  /** A cluster without a mesh. */
  record None() implements Istio {}

  /**
   * A mesh of a known release.
   *
   * @param number the release
   */
  record Release(IstioVersion number) implements Istio {}
}
