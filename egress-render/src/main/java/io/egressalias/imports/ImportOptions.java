package io.egressalias.imports;

import io.egressalias.model.Platform;
import java.util.Optional;

/**
 * What the caller of an import says about the cluster and the declaration.
 *
 * @param platform the platform. An undeclared Istio is inferred as {@code none} if the manifests
 *     have no sign of Istio, and an undeclared Kubernetes as 1.33 if an alias has EndpointSlices
 * @param namespace the namespace of objects that name none; empty: none
 * @param name the {@code metadata.name} of the declaration; with a declaration for each namespace,
 *     {@code <name>-<namespace>}
 * @param splitByNamespace whether each namespace gets a declaration of its own
 */
public record ImportOptions(
    Platform platform, Optional<String> namespace, String name, boolean splitByNamespace) {

  /** Returns the options of a caller that says nothing: all is inferred. */
  public static ImportOptions inferred() {
    return new ImportOptions(Platform.undeclared(), Optional.empty(), "imported", false);
  }
}
