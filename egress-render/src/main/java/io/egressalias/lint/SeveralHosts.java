package io.egressalias.lint;

import org.jspecify.annotations.Nullable;

/** Says whether a set of hosts has another one than a given host, without all of its hosts. */
final class SeveralHosts {
  private @Nullable String first;
  private boolean several;

  void add(String host) {
    if (first == null) {
      first = host;
    } else {
      several |= !first.equals(host);
    }
  }

  /** Returns whether a host was added that is not this one. */
  boolean hasOtherThan(String host) {
    return several || (first != null && !first.equals(host));
  }
}
