package io.egressalias.check;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Rule;
import java.util.ArrayList;
import java.util.List;

/** Collects findings. */
final class Findings {
  private final List<Diagnostic> found = new ArrayList<>();
  private int document;

  /** Says which declaration the next findings are about, from 0. */
  void document(int index) {
    document = index;
  }

  void add(Rule rule, FieldPath path, String message, String remedy) {
    found.add(Diagnostic.of(rule, document, path, message, remedy));
  }

  List<Diagnostic> found() {
    return found;
  }
}
