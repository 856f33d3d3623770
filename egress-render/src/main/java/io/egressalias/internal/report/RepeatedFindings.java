package io.egressalias.internal.report;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.SourceLocation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Removes repeated findings: a value that YAML aliases repeat has several paths, but one location
 * in the text.
 */
public final class RepeatedFindings {
  private RepeatedFindings() {}

  /** Returns findings without those that repeat an earlier one at the same location. */
  public static List<Diagnostic> without(List<Diagnostic> findings) {
    List<Diagnostic> once = new ArrayList<>(findings.size());
    Set<Diagnostic> told = new HashSet<>();
    for (Diagnostic finding : findings) {
      Optional<SourceLocation> place = finding.location();
      if (place.isEmpty() || told.add(withoutPath(finding, place.get()))) {
        once.add(finding);
      }
    }
    return once;
  }

  private static Diagnostic withoutPath(Diagnostic finding, SourceLocation place) {
    return Diagnostic.of(finding.rule(), 0, FieldPath.root(), finding.message(), finding.remedy())
        .withSeverity(finding.severity())
        .at(place);
  }
}
