package io.egressalias.model;

import java.util.Optional;

/** The declared mesh of a cluster. */
public sealed interface Istio {

  /** The text for a cluster without a mesh. */
  String NONE = "none";

  /** Returns a mesh of an unknown release. */
  static Istio undeclared() {
    return new Undeclared();
  }

  /** Returns a cluster that has no mesh. */
  static Istio none() {
    return new None();
  }

  /**
   * Parses a declaration of the mesh.
   *
   * @param text a release, such as {@code 1.27}, or {@code none}
   * @throws IllegalArgumentException if the text is neither
   */
  static Istio of(String text) {
    if (text.equals(NONE)) {
      return none();
    }
    return release(
        IstioVersion.parse(text)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "expected a release such as 1.27, or none, found " + text)));
  }

  /** Returns a mesh of a release. */
  static Istio release(IstioVersion version) {
    return new Release(version);
  }

  /** Returns the release, if one is declared. */
  default Optional<IstioVersion> version() {
    return this instanceof Release release ? Optional.of(release.number()) : Optional.empty();
  }

  /** Returns whether the cluster has a mesh, of any release. */
  default boolean present() {
    return !(this instanceof None);
  }

  /** A mesh of an unknown release. */
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
