package io.egressalias.internal.report;

import io.egressalias.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Removes repeated findings: a value that YAML aliases repeat has several paths, but one location
 * in the text.
 */
public final class RepeatedFindings {
  private RepeatedFindings() {}

  /** Returns findings without those that repeat an earlier one at the same location. */
  public static List<Diagnostic> without(List<Diagnostic> findings) {
    if (findings.size() < 2) {
      return findings;
    }
    List<Diagnostic> once = new ArrayList<>(findings.size());
    Set<Told> told = new HashSet<>();
    for (Diagnostic finding : findings) {
      if (finding.location().isEmpty() || told.add(new Told(finding))) {
        once.add(finding);
      }
    }
    return once;
  }

  /** A finding that equals others with another path; it needs no copy without the path. */
  private record Told(Diagnostic finding) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Told told && repeats(told.finding);
    }

    private boolean repeats(Diagnostic that) {
      return finding.rule() == that.rule()
          && finding.severity() == that.severity()
          && finding.location().equals(that.location())
          && finding.message().equals(that.message())
          && finding.remedy().equals(that.remedy());
    }

    @Override
    public int hashCode() {
      return finding.location().hashCode() * 31 + finding.message().hashCode();
    }
  }
}
