package io.egressalias.internal.krm;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Severity;
import java.util.ArrayList;
import java.util.List;

/** Something found, and the object that it was found in: the configuration, or one of the items. */
record Finding(Diagnostic diagnostic, Resource resource, boolean inConfiguration) {

  static Finding inItem(Diagnostic diagnostic, Resource item) {
    return new Finding(diagnostic, item, false);
  }

  static List<Finding> inConfiguration(List<Diagnostic> diagnostics, Resource configuration) {
    List<Finding> findings = new ArrayList<>();
    for (Diagnostic diagnostic : diagnostics) {
      findings.add(new Finding(diagnostic, configuration, true));
    }
    return findings;
  }

  /** Returns what a tool shows; what is good to know is for {@code lint} and {@code explain}. */
  static List<Finding> shown(List<Finding> findings) {
    List<Finding> shown = new ArrayList<>();
    for (Finding finding : findings) {
      if (finding.diagnostic().severity() != Severity.INFO) {
        shown.add(finding);
      }
    }
    return shown;
  }

  /** Returns what a run says, which has failed if any finding is an error. */
  static FunctionOutput output(Piece text, List<Finding> findings) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (Finding finding : findings) {
      diagnostics.add(finding.diagnostic());
    }
    return new FunctionOutput(text, diagnostics, hasError(findings));
  }

  static boolean hasError(List<Finding> findings) {
    for (Finding finding : findings) {
      if (finding.diagnostic().severity() == Severity.ERROR) {
        return true;
      }
    }
    return false;
  }
}
