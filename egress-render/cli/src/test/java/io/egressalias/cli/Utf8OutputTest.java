package io.egressalias.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Utf8OutputTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Utf8Output out = new Utf8Output(bytes);

  @Test
  void writesEveryKindOfPiece() throws IOException {
    out.append("a").append('é').append("x€y", 1, 2).append("");
    out.flush();

    assertEquals("aé€", text());
  }

  @Test
  void joinsTheHalvesOfASurrogatePair() throws IOException {
    out.append("a\ud83d").append("").append("\ude00b").append('\ud83d').append('\ude00');
    out.flush();

    assertEquals("a\ud83d\ude00b\ud83d\ude00", text());
  }

  @Test
  void replacesAHalfAtTheEnd() throws IOException {
    out.append("a\ud83d");
    out.flush();

    assertEquals("a?", text());
  }

  private String text() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
