package io.egressalias.imports;

import io.egressalias.model.Platform;
import java.util.Optional;

/**
 * What the caller of an import says about the cluster and the declaration.
 *
 * @param platform the platform; what it leaves undeclared is inferred from the manifests
 * @param namespace the namespace of objects that name none; empty: none
 * @param name the {@code metadata.name} of the declaration
 * @param splitByNamespace whether each namespace gets a declaration of its own
 */
public record ImportOptions(
    Platform platform, Optional<String> namespace, String name, boolean splitByNamespace) {

  /** Returns the options of a caller that says nothing: all is inferred. */
  public static ImportOptions inferred() {
    return new ImportOptions(Platform.undeclared(), Optional.empty(), "imported", false);
  }
}
