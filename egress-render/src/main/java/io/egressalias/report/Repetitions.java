package io.egressalias.report;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.FieldPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Findings that people would read again: what YAML's aliases repeat has a path for each time and
 * one place in the text.
 */
public final class Repetitions {
  private Repetitions() {}

  /** Returns findings without those that say of a place in a text what an earlier one says. */
  public static List<Diagnostic> without(List<Diagnostic> findings) {
    List<Diagnostic> once = new ArrayList<>(findings.size());
    Set<Diagnostic> told = new HashSet<>();
    for (Diagnostic finding : findings) {
      if (finding.location().isEmpty() || told.add(withoutPath(finding))) {
        once.add(finding);
      }
    }
    return once;
  }

  private static Diagnostic withoutPath(Diagnostic finding) {
    return new Diagnostic(
        finding.rule(),
        0,
        FieldPath.root(),
        finding.location(),
        finding.message(),
        finding.remedy());
  }
}
