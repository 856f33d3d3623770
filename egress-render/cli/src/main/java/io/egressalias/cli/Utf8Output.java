package io.egressalias.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes texts as UTF-8. A text of ASCII characters is copied; the encoder of a {@code Writer}
 * would take it character by character.
 */
final class Utf8Output implements Appendable {
  private final OutputStream out;

  /** The first half of a surrogate pair whose second half follows in the next text. */
  private String half = "";

  Utf8Output(OutputStream out) {
    this.out = out;
  }

  @Override
  public Appendable append(CharSequence piece) throws IOException {
    String text = half.isEmpty() ? piece.toString() : half + piece;
    half = "";
    int end = text.length();
    if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
      half = text.substring(end - 1);
      text = text.substring(0, end - 1);
    }
    out.write(text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  @Override
  public Appendable append(CharSequence piece, int start, int end) throws IOException {
    return append(piece.subSequence(start, end));
  }

  @Override
  public Appendable append(char c) throws IOException {
    return append(String.valueOf(c));
  }

  /** Writes what is left, and flushes the stream. */
  void flush() throws IOException {
    out.write(half.getBytes(StandardCharsets.UTF_8));
    half = "";
    out.flush();
  }
}
