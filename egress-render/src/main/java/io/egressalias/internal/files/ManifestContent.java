package io.egressalias.internal.files;

import io.egressalias.internal.drift.Rendered;
import io.egressalias.render.Manifest;
import io.egressalias.yaml.ManifestJson;
import io.egressalias.yaml.ManifestYaml;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The text of manifests, which are rendered one after another as they are written. */
public final class ManifestContent implements FileContent {
  private final Iterable<Manifest> manifests;

  /** Null: the manifests are written as JSON. */
  private final @Nullable Function<Manifest, String> comment;

  private ManifestContent(
      Iterable<Manifest> manifests, @Nullable Function<Manifest, String> comment) {
    this.manifests = manifests;
    this.comment = comment;
  }

  /**
   * Returns manifests as YAML.
   *
   * @param comment what stands above each object; empty: nothing
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

  /** Returns one manifest, written alike. */
  ManifestContent alone(Manifest manifest) {
    return new ManifestContent(List.of(manifest), comment);
  }

  /** Returns the text, and which object each of its lines belongs to. */
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
