package io.egressalias.imports;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.ManifestFindings;
import java.util.ArrayList;
import java.util.List;

/**
 * The findings about one alias while it is read, and its notes. Findings about changes are dropped
 * if the alias is not imported, because they are not true then.
 */
final class Changes {
  private final ManifestFindings found = new ManifestFindings();
  private final List<String> notes = new ArrayList<>();
  private boolean refused;

  /** Returns the collector of the findings about the alias. */
  ManifestFindings findings() {
    return found;
  }

  /** Adds an error, because of which the alias is not imported. */
  void refuse(Rule rule, Field field, String message, String remedy) {
    refused = true;
    found.add(rule, Severity.ERROR, field.object(), field.path(), message, remedy);
  }

  /** Records that the alias is not imported; another part adds the error. */
  void refuse() {
    refused = true;
  }

  /** Adds a warning about a loss or a change, with a note about it. */
  void warn(Rule rule, Field field, String message, String remedy, String note) {
    add(rule, Severity.WARNING, field, message, remedy);
    note(note, field);
  }

  /** Adds a warning or an info without a note. */
  void add(Rule rule, Severity severity, Field field, String message, String remedy) {
    found.add(rule, severity, field.object(), field.path(), message, remedy);
  }

  /** Adds a note about a field. */
  void note(String sentence, Field field) {
    notes.add(sentence + " " + Places.of(field));
  }

  /** Adds notes that end as they are. */
  void notes(List<String> sentences) {
    notes.addAll(sentences);
  }

  List<String> notes() {
    return notes;
  }

  boolean refused() {
    return refused;
  }

  /** Returns the findings that apply to the alias as it ended. */
  List<Diagnostic> result(boolean imported) {
    List<Diagnostic> kept = new ArrayList<>();
    for (Diagnostic finding : found.found()) {
      if (imported || finding.severity() == Severity.ERROR) {
        kept.add(finding);
      }
    }
    return kept;
  }
}
