package com.example.partners;

import io.egressalias.diagnostic.Validated;
import io.egressalias.model.EgressAliases;
import io.egressalias.render.Manifest;
import io.egressalias.render.ManifestRenderer;
import io.egressalias.yaml.ManifestYaml;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** From aliases to manifests, and from manifests to text. */
public final class PartnerManifests {
  private PartnerManifests() {}

  /**
   * Returns the manifests, each changed as this tool wants it.
   *
   * @throws io.egressalias.diagnostic.InvalidDeclarationException if the aliases have errors
   */
  public static List<Manifest> of(Validated<List<EgressAliases>> aliases) {
    List<Manifest> manifests = ManifestRenderer.render(aliases);
    for (int i = 0; i < manifests.size(); i++) {
      wave(manifests.get(i).tree(), i);
    }
    return manifests;
  }

  /** Returns the manifests as one text, in the order in which they are to be applied. */
  public static String text(List<Manifest> manifests) {
    return ManifestYaml.write(manifests);
  }

  /** A manifest is a tree, and belongs to whoever asked for it. */
  private static void wave(ObjectNode object, int wave) {
    object
        .withObjectProperty("metadata")
        .withObjectProperty("annotations")
        .put("argocd.argoproj.io/sync-wave", String.valueOf(wave));
  }
}
