package io.egressalias.declaration;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.SourceLocation;
import io.egressalias.internal.text.Tree.Position;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is found in the structure of one document. */
final class DocumentFindings {
  private final String file;
  private final int document;
  private final List<Diagnostic> found = new ArrayList<>();
  private final Set<FieldPath> broken = new LinkedHashSet<>();

  DocumentFindings(String file, int document) {
    this.file = file;
    this.document = document;
  }

  /** Adds a finding at a place at which nothing true can be read. */
  void add(Rule rule, FieldPath path, Position position, String message, String remedy) {
    broken.add(path);
    note(rule, path, position, message, remedy);
  }

  /** Adds a finding at a place that can be read all the same. */
  void note(Rule rule, FieldPath path, Position position, String message, String remedy) {
    found.add(
        Diagnostic.of(rule, document, path, message, remedy)
            .at(new SourceLocation(file, position.line(), position.column())));
  }

  /** Says that nothing true can be read at a path. */
  void breaks(FieldPath path) {
    broken.add(path);
  }

  List<Diagnostic> found() {
    return found;
  }

  /** Returns the places at which the model holds a stand-in and not what was declared. */
  Set<FieldPath> broken() {
    return broken;
  }
}
