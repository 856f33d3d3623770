package io.egressalias.internal.files;

import io.egressalias.internal.drift.Rendered;
import io.egressalias.render.Manifest;
import io.egressalias.yaml.ManifestJson;
import io.egressalias.yaml.ManifestYaml;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The text of manifests, which are rendered one at a time while the text is written. */
public final class ManifestContent implements FileContent {
  private final Iterable<Manifest> manifests;

  /** Null if the manifests are written as JSON. */
  private final @Nullable Function<Manifest, String> comment;

  private ManifestContent(
      Iterable<Manifest> manifests, @Nullable Function<Manifest, String> comment) {
    this.manifests = manifests;
    this.comment = comment;
  }

  /**
   * Returns manifests as YAML.
   *
   * @param comment the comment at the start of each document; empty: none
   */
  public static ManifestContent yaml(
      Iterable<Manifest> manifests, Function<Manifest, String> comment) {
    return new ManifestContent(manifests, comment);
  }

  /** Returns manifests as a List in JSON. */
  public static ManifestContent json(Iterable<Manifest> manifests) {
    return new ManifestContent(manifests, null);
  }

  Iterable<Manifest> manifests() {
    return manifests;
  }

  /** Returns one manifest in the same format. */
  ManifestContent alone(Manifest manifest) {
    return new ManifestContent(List.of(manifest), comment);
  }

  /** Returns the text, and the object to which each line belongs. */
  Rendered rendered() {
    return comment == null ? Rendered.json(manifests) : Rendered.yaml(manifests, comment);
  }

  @Override
  public void writeTo(Appendable out) throws IOException {
    if (comment == null) {
      ManifestJson.write(manifests, out);
    } else {
      ManifestYaml.write(manifests, comment, out);
    }
  }
}
