package io.egressalias.model;

import java.util.Optional;

/**
 * A release of Kubernetes, such as {@code 1.34}; ordered by its numbers, so that 1.9 comes before
 * 1.10.
 *
 * @param major the first number, 0 to 9999
 * @param minor the second number, 0 to 9999
 * @see <a href="https://kubernetes.io/releases/version-skew-policy/">Supported versions</a>
 */
public record KubernetesVersion(int major, int minor) implements Comparable<KubernetesVersion> {

  /**
   * Parses a release. A leading {@code v}, a patch number and a vendor's suffix are accepted and
   * dropped: {@code v1.30}, {@code 1.27.3-gke.1}, {@code 1.30+}.
   *
   * @return empty if the text is not a release
   */
  public static Optional<KubernetesVersion> parse(String text) {
    Optional<ReleaseNumber> number = ReleaseNumber.parse(text);
    return number.isPresent()
        ? Optional.of(new KubernetesVersion(number.get().major(), number.get().minor()))
        : Optional.empty();
  }

  @Override
  public int compareTo(KubernetesVersion other) {
    return number().compareTo(other.number());
  }

  /** Returns the release, such as {@code 1.34}. */
  @Override
  public String toString() {
    return number().toString();
  }

  ReleaseNumber number() {
    return new ReleaseNumber(major, minor);
  }
}
