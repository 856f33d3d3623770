package io.egressalias.internal.format;

import java.util.ArrayList;
import java.util.List;

/** Writes one document in canonical form. */
public final class CanonicalYaml {
  private CanonicalYaml() {}

  /**
   * Returns a document in canonical form, without a leading {@code ---}.
   *
   * @param text a text with one document, which is a map, and with {@code \n} after every line
   * @throws Unformattable if the document has a construct that is not written
   */
  public static String of(String text, KeyOrder order) throws Unformattable {
    CommentedDocument document = CommentedReader.read(text);
    String written = CommentedWriter.write(document, order);
    if (!comments(document).equals(comments(CommentedReader.read(written)))) {
      throw new Unformattable(1, "a comment has no place. Move the comments to their own lines");
    }
    return written;
  }

  private static List<String> comments(CommentedDocument document) {
    List<String> texts = new ArrayList<>();
    texts(document.top(), texts);
    add(document.root(), texts);
    texts.sort(null);
    return texts;
  }

  private static void add(Node.Collection node, List<String> texts) {
    for (Node.Part part : node.parts()) {
      texts(part.above, texts);
      texts(part.beside, texts);
      if (part.value() instanceof Node.Collection inner) {
        add(inner, texts);
      }
    }
    texts(node.below(), texts);
  }

  private static void texts(List<Comment> comments, List<String> texts) {
    for (Comment comment : comments) {
      texts.add(comment.text());
    }
  }
}
