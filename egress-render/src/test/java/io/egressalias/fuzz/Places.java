package io.egressalias.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.SourceLocation;
import java.util.List;

/** Checks that each finding has a location, a message and a remedy. */
final class Places {
  private final String file;
  private final List<String> lines;

  private Places(String file, String text) {
    this.file = file;
    this.lines = List.of(text.split("\r\n|\r|\n", -1));
  }

  /**
   * Checks that each finding is within the text, and that they are in the order of their locations.
   */
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

  /** Checks the words of a finding, independent of its location. */
  static void checkWords(Diagnostic finding) {
    assertTrue(!finding.message().isBlank() && !finding.remedy().isBlank(), finding::toString);
  }

  /** A location may be one character after the end of a line, where something is missing. */
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
