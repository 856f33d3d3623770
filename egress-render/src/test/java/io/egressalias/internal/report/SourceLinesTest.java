package io.egressalias.internal.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SourceLinesTest {
  @Test
  void endsALineAtEachLineEnd() {
    SourceLines lines = new SourceLines("a\nb\r\nc\rd\n\re\r\r\n\nf");

    assertEquals(
        List.of("", "a", "b", "c", "d", "", "e", "", "", "f", "", ""),
        IntStream.rangeClosed(0, 11).mapToObj(lines::line).toList());
  }

  @Test
  void startsALineAfterTheLastLineEnd() {
    assertEquals("", new SourceLines("").line(1));
    assertEquals("", new SourceLines("a\r").line(2));
    assertEquals("a", new SourceLines("a\r\n").line(1));
  }
}
