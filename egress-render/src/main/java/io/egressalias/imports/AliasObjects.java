package io.egressalias.imports;

import io.egressalias.internal.manifest.ManifestObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The objects of one name in one namespace, as written; the objects may be those of an alias. */
final class AliasObjects {
  /** The namespace as written; empty: none. */
  final String namespace;

  final String name;
  final List<ManifestObject> services = new ArrayList<>();
  final List<ManifestObject> endpoints = new ArrayList<>();
  final List<ManifestObject> slices = new ArrayList<>();

  /** The DestinationRules for a spelling of the alias's host name. */
  final List<ManifestObject> rules = new ArrayList<>();

  /** The VirtualServices for a spelling of the alias's host name. */
  final List<ManifestObject> routes = new ArrayList<>();

  AliasObjects(String namespace, String name) {
    this.namespace = namespace;
    this.name = name;
  }

  /** Returns the Service; null: none. */
  @Nullable ManifestObject service() {
    return services.isEmpty() ? null : services.get(0);
  }
}
