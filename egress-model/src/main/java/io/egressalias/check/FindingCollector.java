package io.egressalias.check;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

final class FindingCollector {
  private final List<Diagnostic> found = new ArrayList<>();
  private final int document;

  /**
   * Creates an empty collector.
   *
   * @param document the index of the declaration in the set, from 0
   */
  FindingCollector(int document) {
    this.document = document;
  }

  void add(Rule rule, FieldPath path, String message, String remedy) {
    found.add(Diagnostic.of(rule, document, path, message, remedy));
  }

  /** Adds a finding that is less severe than the rule at its highest. */
  void add(Rule rule, Severity severity, FieldPath path, String message, String remedy) {
    found.add(Diagnostic.of(rule, document, path, message, remedy).withSeverity(severity));
  }

  /** Returns the findings. A place with an error has no warnings or infos. */
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
