package io.egressalias.yaml;

import io.egressalias.render.Manifest;
import java.io.IOException;

/** Writes manifests as JSON, in the one document that kubectl takes: a List of version v1. */
public final class ManifestJson {
  private static final String BEGINNING =
      "{\n  \"apiVersion\": \"v1\",\n  \"kind\": \"List\",\n  \"items\": [";

  private ManifestJson() {}

  /** Returns manifests as a List, with a newline at the end. */
  public static String write(Iterable<Manifest> manifests) {
    StringBuilder text = new StringBuilder(BEGINNING);
    boolean first = true;
    for (Manifest manifest : manifests) {
      text.append(item(manifest, first));
      first = false;
    }
    return text.append(end(first)).toString();
  }

  /**
   * Writes manifests as a List to where text can be appended, one after another.
   *
   * @throws IOException if that throws it
   */
  public static void write(Iterable<Manifest> manifests, Appendable out) throws IOException {
    out.append(BEGINNING);
    boolean first = true;
    for (Manifest manifest : manifests) {
      out.append(item(manifest, first));
      first = false;
    }
    out.append(end(first));
  }

  /** No string of JSON holds the end of a line, so the lines of an object can be indented. */
  private static String item(Manifest manifest, boolean first) {
    String object = PrettyJson.write(manifest.tree());
    String lines = object.substring(0, object.length() - 1).replace("\n", "\n    ");
    return (first ? "\n    " : ",\n    ") + lines;
  }

  private static String end(boolean empty) {
    return (empty ? " ]" : "\n  ]") + "\n}\n";
  }
}
