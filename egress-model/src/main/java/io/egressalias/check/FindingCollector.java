package io.egressalias.check;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects findings. */
final class FindingCollector {
  private final List<Diagnostic> found = new ArrayList<>();
  private final int document;

  /**
   * Begins to collect.
   *
   * @param document which declaration of the set the findings are about, from 0
   */
  FindingCollector(int document) {
    this.document = document;
  }

  void add(Rule rule, FieldPath path, String message, String remedy) {
    found.add(Diagnostic.of(rule, document, path, message, remedy));
  }

  /** Returns what was found; beside an error nothing milder is said of the same place. */
  List<Diagnostic> found() {
    Set<FieldPath> wrong = new HashSet<>();
    for (Diagnostic diagnostic : found) {
      if (diagnostic.severity() == Severity.ERROR) {
        wrong.add(diagnostic.path());
      }
    }
    if (wrong.isEmpty()) {
      return found;
    }
    return found.stream()
        .filter(d -> d.severity() == Severity.ERROR || !wrong.contains(d.path()))
        .toList();
  }
}
