package io.egressalias.imports;

import io.egressalias.declaration.Source;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.internal.manifest.ManifestFindings;
import io.egressalias.internal.manifest.ManifestReader;
import io.egressalias.model.EgressAliases;
import io.egressalias.object.ObjectId;
import io.egressalias.render.Manifest;
import java.util.List;
import java.util.Optional;

/**
 * The objects of manifests that belong to declared aliases: those with the name of an alias, and
 * those for its host name.
 *
 * @param manifests the objects, in the order of the inputs
 * @param shared the objects that also are for hosts of others, which are not among the manifests
 * @param diagnostics the findings about what cannot be read
 */
public record ExistingManifests(
    List<Manifest> manifests, List<ObjectId> shared, List<Diagnostic> diagnostics) {

  /** Copies the lists. */
  public ExistingManifests {
    manifests = List.copyOf(manifests);
    shared = List.copyOf(shared);
    diagnostics = List.copyOf(diagnostics);
  }

  /**
   * Reads texts that make one set.
   *
   * @param declarations the declarations of the aliases
   * @param namespace the namespace of objects that name none; empty: none
   */
  public static ExistingManifests of(
      List<Source> sources, List<EgressAliases> declarations, Optional<String> namespace) {
    ManifestFindings findings = new ManifestFindings();
    ObjectsOfAliases objects = new ObjectsOfAliases(declarations, namespace);
    objects.read(ManifestReader.read(sources, findings).objects());
    return new ExistingManifests(objects.manifests(), objects.shared(), findings.found());
  }
}
