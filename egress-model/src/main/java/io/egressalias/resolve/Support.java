package io.egressalias.resolve;

import io.egressalias.model.Platform;
import io.egressalias.model.PlatformFact;
import java.util.Optional;

/**
 * Whether something is supported, and since which release.
 *
 * @param possible whether any release supports it
 * @param since the first release that supports it; empty if every release does, or none
 */
public record Support(boolean possible, Optional<PlatformFact> since) {
  static final Support NEVER = new Support(false, Optional.empty());
  static final Support ALWAYS = new Support(true, Optional.empty());

  static Support since(PlatformFact fact) {
    return new Support(true, Optional.of(fact));
  }

  /** Returns the required release if the platform declares an earlier one. */
  public Optional<PlatformFact> missingOn(Platform platform) {
    return since.isPresent() && since.get().isLaterThan(platform) ? since : Optional.empty();
  }
}
