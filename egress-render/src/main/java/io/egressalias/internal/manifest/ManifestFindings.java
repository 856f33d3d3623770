package io.egressalias.internal.manifest;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import io.egressalias.diagnostic.SourceLocation;
import java.util.ArrayList;
import java.util.List;

/** Collects findings about manifests. */
public final class ManifestFindings {
  private final List<Diagnostic> found = new ArrayList<>();

  /** Adds a finding about a field of an object, with the highest severity of the rule. */
  public void add(Rule rule, ManifestObject object, FieldPath path, String message, String remedy) {
    add(rule, rule.severity(), object, path, message, remedy);
  }

  /** Adds a finding about a field of an object. */
  public void add(
      Rule rule,
      Severity severity,
      ManifestObject object,
      FieldPath path,
      String message,
      String remedy) {
    add(
        Diagnostic.of(rule, 0, path, message, remedy)
            .withSeverity(severity)
            .at(object.locate(path)));
  }

  /** Adds a finding about a place of a text. */
  public void add(
      Rule rule, Severity severity, SourceLocation place, String message, String remedy) {
    add(Diagnostic.of(rule, 0, FieldPath.root(), message, remedy).withSeverity(severity).at(place));
  }

  /** Adds a finding. */
  public void add(Diagnostic finding) {
    found.add(finding);
  }

  /** Returns the findings, in the order in which they were added. */
  public List<Diagnostic> found() {
    return List.copyOf(found);
  }
}
