package io.egressalias.model;

import org.jspecify.annotations.Nullable;

/** The sidecar adds no TLS: traffic leaves as the workload sends it. */
public record Disable() implements ClientTls {
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Disable;
  }

  @Override
  public int hashCode() {
    return 1;
  }
}
