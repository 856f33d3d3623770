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

/** Collects the findings about the structure of one document. */
final class DocumentFindings {
  private final String file;
  private final int document;
  private final List<Diagnostic> found = new ArrayList<>();
  private final Set<FieldPath> broken = new LinkedHashSet<>();

  DocumentFindings(String file, int document) {
    this.file = file;
    this.document = document;
  }

  /** Returns the file of the document. */
  String file() {
    return file;
  }

  /** Adds a finding about a value that cannot be read. */
  void add(Rule rule, FieldPath path, Position position, String message, String remedy) {
    broken.add(path);
    note(rule, path, position, message, remedy);
  }

  /** Adds a finding about a value that can be read nevertheless. */
  void note(Rule rule, FieldPath path, Position position, String message, String remedy) {
    found.add(
        Diagnostic.of(rule, document, path, message, remedy)
            .at(new SourceLocation(file, position.line(), position.column())));
  }

  /** Records that the value at a path cannot be read. */
  void breaks(FieldPath path) {
    broken.add(path);
  }

  List<Diagnostic> found() {
    return found;
  }

  /** Returns the paths at which the model has a placeholder instead of the declared value. */
  Set<FieldPath> broken() {
    return broken;
  }
}
