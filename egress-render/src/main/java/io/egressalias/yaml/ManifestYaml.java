package io.egressalias.yaml;

import io.egressalias.render.Manifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.StreamDataWriter;

/**
 * Writes manifests as YAML: {@code ---} before every document, block style, {@code \n} at the end
 * of every line. Means the same to readers of YAML 1.1 and 1.2; the same manifests give the same
 * bytes.
 */
public final class ManifestYaml {
  private ManifestYaml() {}

  /** Returns manifests as one text; no manifests: an empty one. */
  public static String write(Iterable<Manifest> manifests) {
    return write(manifests, manifest -> "");
  }

  /**
   * Returns manifests as one text with a comment above each.
   *
   * @param comment the lines of the comment, without the sign that begins it; empty: none
   */
  public static String write(
      Iterable<Manifest> manifests, Function<? super Manifest, String> comment) {
    StringBuilder text = new StringBuilder();
    try {
      write(manifests, comment, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /**
   * Writes manifests to where text can be appended: a {@code Writer}, a {@code StringBuilder}.
   *
   * @throws IOException if that throws it
   */
  public static void write(Iterable<Manifest> manifests, Appendable out) throws IOException {
    write(manifests, manifest -> "", out);
  }

  private static void write(
      Iterable<Manifest> manifests, Function<? super Manifest, String> comment, Appendable out)
      throws IOException {
    try {
      TreeEmitter emitter = new TreeEmitter(new AppendableWriter(out));
      for (Manifest manifest : manifests) {
        comment(comment.apply(manifest), out);
        emitter.document(manifest.tree());
      }
      emitter.end();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** What the user wrote may stand in it: a line of the comment ends where YAML ends it. */
  private static void comment(String text, Appendable out) throws IOException {
    if (text.isEmpty()) {
      return;
    }
    for (String line : text.split("[\n\r\u0085\u2028\u2029]", -1)) {
      out.append("# ").append(line).append('\n');
    }
  }

  private record AppendableWriter(Appendable out) implements StreamDataWriter {
    @Override
    public void write(String text) {
      write(text, 0, text.length());
    }

    @Override
    public void write(String text, int offset, int length) {
      try {
        out.append(text, offset, offset + length);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
