package io.egressalias.files;

import io.egressalias.render.Manifest;
import io.egressalias.yaml.ManifestJson;
import io.egressalias.yaml.ManifestYaml;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The bytes of manifests, which are rendered one after another as they are written. */
public final class ManifestContent implements Content {
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

  @Override
  public void writeTo(OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    if (comment == null) {
      ManifestJson.write(manifests, writer);
    } else {
      ManifestYaml.write(manifests, comment, writer);
    }
    writer.flush();
  }
}
