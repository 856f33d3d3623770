package io.egressalias.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.SourceLocation;
import java.util.List;

/** Holds findings to the promise that each says where, what and what to write instead. */
final class Places {
  private final String file;
  private final List<String> lines;

  private Places(String file, String text) {
    this.file = file;
    this.lines = List.of(text.split("\r\n|\r|\n", -1));
  }

  /** Checks that each finding stands in the text, in the order of their places. */
  static void check(List<Diagnostic> findings, String file, String text) {
    if (findings.isEmpty()) {
      return;
    }
    Places places = new Places(file, text);
    SourceLocation before = new SourceLocation(file, 1, 1);
    for (Diagnostic finding : findings) {
      SourceLocation here = places.check(finding);
      assertTrue(before.compareTo(here) <= 0, finding::toString);
      before = here;
    }
  }

  /** Checks what a finding has to say, wherever it stands. */
  static void checkWords(Diagnostic finding) {
    assertTrue(!finding.message().isBlank() && !finding.remedy().isBlank(), finding::toString);
  }

  /** The character behind the last of a line is where something is missing. */
  private SourceLocation check(Diagnostic finding) {
    checkWords(finding);
    SourceLocation place = finding.location().orElseThrow(() -> new AssertionError(finding));
    assertEquals(file, place.file());
    assertTrue(place.line() >= 1 && place.line() <= lines.size(), finding::toString);
    String line = lines.get(place.line() - 1);
    int columns = line.codePointCount(0, line.length()) + 1;
    assertTrue(place.column() >= 1 && place.column() <= columns, finding::toString);
    return place;
  }
}
