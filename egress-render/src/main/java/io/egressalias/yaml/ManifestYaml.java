package io.egressalias.yaml;

import io.egressalias.diagnostic.Printable;
import io.egressalias.render.Manifest;
import java.io.IOException;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes manifests as YAML: {@code ---} before every document, block style, {@code \n} at the end
 * of every line. Means the same to readers of YAML 1.1 and 1.2; the same manifests give the same
 * bytes.
 */
public final class ManifestYaml {

  private ManifestYaml() {}

  /** Returns manifests as one text; no manifests: an empty one. */
  public static String write(Iterable<Manifest> manifests) {
    StringBuilder text = new StringBuilder();
    BlockWriter writer = new BlockWriter(text);
    for (Manifest manifest : manifests) {
      writer.document(manifest.tree());
    }
    return text.toString();
  }

  /**
   * Returns manifests as one text with a comment above each.
   *
   * @param comment the comment, without the sign that begins it; empty: none
   */
  public static String write(
      Iterable<Manifest> manifests, Function<? super Manifest, String> comment) {
    StringBuilder text = new StringBuilder();
    BlockWriter writer = new BlockWriter(text);
    for (Manifest manifest : manifests) {
      Comment.write(comment.apply(manifest), text);
      writer.document(manifest.tree());
    }
    return text.toString();
  }

  /**
   * Writes manifests to where text can be appended: a {@code Writer}, a {@code StringBuilder}.
   *
   * @throws IOException if that throws it
   */
  public static void write(Iterable<Manifest> manifests, Appendable out) throws IOException {
    write(manifests, new NoComment(), out);
  }

  /**
   * Writes manifests with a comment above each to where text can be appended.
   *
   * @param comment the comment, without the sign that begins it; empty: none
   * @throws IOException if that throws it
   */
  public static void write(
      Iterable<Manifest> manifests, Function<? super Manifest, String> comment, Appendable out)
      throws IOException {
    StringBuilder document = new StringBuilder();
    BlockWriter writer = new BlockWriter(document);
    for (Manifest manifest : manifests) {
      Comment.write(comment.apply(manifest), document);
      writer.document(manifest.tree());
      out.append(document);
      document.setLength(0);
    }
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
    new BlockWriter(text).document(tree);
    return text.substring(text.indexOf("\n") + 1);
  }

  private static final class NoComment implements Function<Manifest, String> {
    @Override
    public String apply(Manifest manifest) {
      return "";
    }
  }

  private static final class Comment {
    private Comment() {}

    /** The name of a file may stand in it, which is not always text that YAML takes. */
    static void write(String text, StringBuilder out) {
      if (!text.isEmpty()) {
        out.append(Printable.line("# " + text)).append('\n');
      }
    }
  }
}
