package io.egressalias.yaml;

import io.egressalias.render.Manifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.StreamDataWriter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes manifests as YAML: {@code ---} before every document, block style, {@code \n} at the end
 * of every line. Means the same to readers of YAML 1.1 and 1.2; the same manifests give the same
 * bytes.
 */
public final class ManifestYaml {
  private static final Pattern UNPRINTABLE =
      Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Cn}\\u2028\\u2029\\uFEFF]");

  private ManifestYaml() {}

  /** Returns manifests as one text; no manifests: an empty one. */
  public static String write(Iterable<Manifest> manifests) {
    return write(manifests, manifest -> "");
  }

  /**
   * Returns manifests as one text with a comment above each.
   *
   * @param comment the comment, without the sign that begins it; empty: none
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

  /** Returns a list as a text of its own, as it stands behind a key; its items begin a line. */
  public static String list(ArrayNode items) {
    return alone(items);
  }

  /** Returns a map that is no manifest as a text of its own. */
  public static String map(ObjectNode entries) {
    return alone(entries);
  }

  private static String alone(JsonNode tree) {
    StringBuilder text = new StringBuilder();
    TreeEmitter emitter = new TreeEmitter(new AppendableWriter(text));
    emitter.document(tree);
    emitter.end();
    return text.substring(text.indexOf("\n") + 1);
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

  /** The name of a file may stand in it, which is not always text that YAML takes. */
  private static void comment(String text, Appendable out) throws IOException {
    if (!text.isEmpty()) {
      out.append("# ").append(UNPRINTABLE.matcher(text).replaceAll("?")).append('\n');
    }
  }

  /**
   * Where the emitter writes. It lets three characters stand that YAML 1.1 takes for the end of a
   * line or for no character at all; they stand in double quotes always, so they can be escaped.
   */
  private record AppendableWriter(Appendable out) implements StreamDataWriter {
    @Override
    public void write(String text) {
      write(text, 0, text.length());
    }

    @Override
    public void write(String text, int offset, int length) {
      try {
        int written = offset;
        for (int i = offset; i < offset + length; i++) {
          char c = text.charAt(i);
          if (c == '\u2028' || c == '\u2029' || c == '\uFEFF') {
            out.append(text, written, i).append("\\u%04X".formatted((int) c));
            written = i + 1;
          }
        }
        out.append(text, written, offset + length);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
