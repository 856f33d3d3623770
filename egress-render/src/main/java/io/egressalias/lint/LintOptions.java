package io.egressalias.lint;

import io.egressalias.model.Platform;
import java.util.Optional;

/**
 * What the caller of the linter says about the cluster and the manifests.
 *
 * @param platform the platform; what it leaves undeclared is unknown, and not inferred
 * @param complete whether the manifests are all there are, so that a missing object is an error
 * @param namespace the namespace of objects that name none; empty: {@code default}
 */
public record LintOptions(Platform platform, boolean complete, Optional<String> namespace) {

  /** Creates options for objects that are in {@code default} if they name no namespace. */
  public LintOptions(Platform platform, boolean complete) {
    this(platform, complete, Optional.empty());
  }

  /** Returns the options of a caller that says nothing. */
  public static LintOptions undeclared() {
    return new LintOptions(Platform.undeclared(), false);
  }
}
