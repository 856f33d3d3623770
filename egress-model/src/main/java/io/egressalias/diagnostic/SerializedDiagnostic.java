package io.egressalias.diagnostic;

import io.egressalias.diagnostic.FieldPath.Step;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A finding in types that Java can serialize; {@link Optional} cannot be serialized.
 *
 * @param steps the steps of the path: a {@link String} for a key, an {@link Integer} for an index
 * @param file null if the finding has no location in a text
 */
record SerializedDiagnostic(
    Rule rule,
    Severity severity,
    int document,
    ArrayList<Serializable> steps,
    @Nullable String file,
    int line,
    int column,
    String message,
    String remedy)
    implements Serializable {

  static SerializedDiagnostic of(Diagnostic diagnostic) {
    ArrayList<Serializable> steps = new ArrayList<>();
    for (Step step : diagnostic.path().steps()) {
      if (step instanceof Step.Index index) {
        steps.add(index.index());
      } else {
        steps.add(((Step.Key) step).key());
      }
    }
    SourceLocation place = diagnostic.location().orElse(null);
    return new SerializedDiagnostic(
        diagnostic.rule(),
        diagnostic.severity(),
        diagnostic.document(),
        steps,
        place == null ? null : place.file(),
        place == null ? 0 : place.line(),
        place == null ? 0 : place.column(),
        diagnostic.message(),
        diagnostic.remedy());
  }

  Diagnostic diagnostic() {
    List<Step> path = new ArrayList<>();
    for (Serializable step : steps) {
      path.add(step instanceof Integer index ? new Step.Index(index) : new Step.Key((String) step));
    }
    Diagnostic diagnostic =
        Diagnostic.of(rule, document, new FieldPath(path), message, remedy).withSeverity(severity);
    return file == null ? diagnostic : diagnostic.at(new SourceLocation(file, line, column));
  }
}
