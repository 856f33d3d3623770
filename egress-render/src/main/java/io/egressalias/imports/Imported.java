package io.egressalias.imports;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Severity;
import io.egressalias.object.ObjectId;
import java.util.List;

/**
 * The result of an import.
 *
 * @param declarations the declarations; none if no object is imported
 * @param diagnostics what was inferred; what was changed, lost and refused, in the order of the
 *     inputs; and the leftovers
 * @param leftovers the objects of the inputs that belong to imported aliases and that the
 *     declarations do not render; they are deleted after the first apply
 * @param commented whether the inputs have comments, which the declarations do not have
 */
public record Imported(
    List<ImportedDeclaration> declarations,
    List<Diagnostic> diagnostics,
    List<ObjectId> leftovers,
    boolean commented) {

  /** Copies the lists. */
  public Imported {
    declarations = List.copyOf(declarations);
    diagnostics = List.copyOf(diagnostics);
    leftovers = List.copyOf(leftovers);
  }

  /** Returns whether a finding has at least this severity. */
  public boolean has(Severity severity) {
    return diagnostics.stream().anyMatch(d -> d.severity().compareTo(severity) >= 0);
  }
}
