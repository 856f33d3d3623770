package com.example.partners;

import io.egressalias.render.Manifest;
import io.egressalias.yaml.ManifestYaml;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.ArrayList;
import java.util.List;

/** Hands manifests to fabric8's client, as objects of its own types. */
public final class ClusterObjects {
  private ClusterObjects() {}

  /** Returns what {@code client.resource(object).serverSideApply()} takes, in the same order. */
  public static List<HasMetadata> of(List<Manifest> manifests) {
    List<HasMetadata> objects = new ArrayList<>();
    for (Manifest manifest : manifests) {
      HasMetadata object = Serialization.unmarshal(ManifestYaml.write(List.of(manifest)));
      objects.add(object);
    }
    return objects;
  }
}
