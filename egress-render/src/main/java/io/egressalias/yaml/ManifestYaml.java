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
 * of every line. Readers of YAML 1.1 and 1.2 read the same values; equal manifests give equal
 * bytes.
 */
public final class ManifestYaml {

  private ManifestYaml() {}

  /** Returns manifests as one text; without manifests an empty text. */
  public static String write(Iterable<Manifest> manifests) {
    StringBuilder text = new StringBuilder();
    BlockWriter writer = new BlockWriter(text);
    for (Manifest manifest : manifests) {
      writer.document(manifest.tree());
    }
    return text.toString();
  }

  /**
   * Returns manifests as one text with a comment at the start of each document, so that a tool that
   * splits the text at {@code ---} keeps the comment.
   *
   * @param comment the comment, without the leading {@code #}; empty: none
   */
  public static String write(
      Iterable<Manifest> manifests, Function<? super Manifest, String> comment) {
    StringBuilder text = new StringBuilder();
    BlockWriter writer = new BlockWriter(text);
    for (Manifest manifest : manifests) {
      writer.document(Comment.of(comment.apply(manifest)), manifest.tree());
    }
    return text.toString();
  }

  /**
   * Writes manifests to a {@code Writer}, a {@code StringBuilder} or another {@code Appendable}.
   *
   * @throws IOException if {@code out} throws it
   */
  public static void write(Iterable<Manifest> manifests, Appendable out) throws IOException {
    write(manifests, new NoComment(), out);
  }

  /**
   * Writes manifests with a comment at the start of each document.
   *
   * @param comment the comment, without the leading {@code #}; empty: none
   * @throws IOException if {@code out} throws it
   */
  public static void write(
      Iterable<Manifest> manifests, Function<? super Manifest, String> comment, Appendable out)
      throws IOException {
    StringBuilder document = new StringBuilder();
    BlockWriter writer = new BlockWriter(document);
    for (Manifest manifest : manifests) {
      writer.document(Comment.of(comment.apply(manifest)), manifest.tree());
      out.append(document);
      document.setLength(0);
    }
  }

  /** Returns a list as the text after a key; its items start on a new line. */
  public static String list(ArrayNode items) {
    return alone(items);
  }

  /** Returns a map that is not a manifest as a separate text. */
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

    /**
     * The comment may contain the name of a file, which can have characters that YAML does not
     * allow.
     */
    static String of(String text) {
      return text.isEmpty() ? "" : Printable.line("# " + text);
    }
  }
}
