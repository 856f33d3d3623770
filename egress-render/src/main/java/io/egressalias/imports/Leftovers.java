package io.egressalias.imports;

import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Validated;
import io.egressalias.internal.manifest.ManifestFindings;
import io.egressalias.internal.manifest.ManifestObject;
import io.egressalias.model.EgressAliases;
import io.egressalias.object.ObjectId;
import io.egressalias.render.Manifest;
import io.egressalias.render.ManifestRenderer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the objects of imported aliases that the declarations do not render. */
final class Leftovers {
  private Leftovers() {}

  /**
   * Returns the objects to delete after the first apply, in the order of the inputs, and reports
   * them.
   *
   * @param belonging the objects that imported aliases consist of
   * @param declarations the declarations of these aliases, without errors
   * @param namespace the namespace of objects that name none; empty: none
   */
  static List<ObjectId> of(
      List<ManifestObject> belonging,
      List<EgressAliases> declarations,
      Optional<String> namespace,
      ManifestFindings findings) {
    Set<ObjectId> rendered = new HashSet<>();
    if (!declarations.isEmpty()) {
      // One manifest at a time: a cluster has many.
      for (Manifest manifest : ManifestRenderer.manifests(Validated.of(declarations, List.of()))) {
        rendered.add(manifest.id());
      }
    }
    List<ObjectId> leftovers = new ArrayList<>();
    for (ManifestObject object : belonging) {
      ObjectId id = placed(object.id(), namespace);
      if (rendered.add(id)) {
        leftovers.add(id);
        report(object, id, findings);
      }
    }
    return List.copyOf(leftovers);
  }

  private static ObjectId placed(ObjectId id, Optional<String> namespace) {
    return id.namespace().isPresent()
        ? id
        : new ObjectId(id.group(), id.kind(), namespace, id.name());
  }

  private static void report(ManifestObject object, ObjectId id, ManifestFindings findings) {
    findings.add(
        Rule.LEFTOVERS,
        object,
        FieldPath.of("metadata", "name"),
        "`kubectl apply` does not delete `%s`, which the declaration does not render"
            .formatted(Quoted.shortened(id.toString())),
        "Run `%s` after the first `kubectl apply` of the rendered objects"
            .formatted(LeftoversScript.command(id)));
  }
}
