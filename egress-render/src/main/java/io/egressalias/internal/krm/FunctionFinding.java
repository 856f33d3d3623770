package io.egressalias.internal.krm;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Severity;
import java.util.ArrayList;
import java.util.List;

/** A finding, and the object to which it belongs: the configuration, or one of the items. */
record FunctionFinding(Diagnostic diagnostic, ListedResource resource, boolean inConfiguration) {

  static FunctionFinding inItem(Diagnostic diagnostic, ListedResource item) {
    return new FunctionFinding(diagnostic, item, false);
  }

  static List<FunctionFinding> inConfiguration(
      List<Diagnostic> diagnostics, ListedResource configuration) {
    List<FunctionFinding> findings = new ArrayList<>();
    for (Diagnostic diagnostic : diagnostics) {
      findings.add(new FunctionFinding(diagnostic, configuration, true));
    }
    return findings;
  }

  /** Returns the findings for a tool; infos are left to {@code lint} and {@code explain}. */
  static List<FunctionFinding> shown(List<FunctionFinding> findings) {
    List<FunctionFinding> shown = new ArrayList<>();
    for (FunctionFinding finding : findings) {
      if (finding.diagnostic().severity() != Severity.INFO) {
        shown.add(finding);
      }
    }
    return shown;
  }

  /** Returns the output of a run, which has failed if any finding is an error. */
  static FunctionOutput output(OutputPiece text, List<FunctionFinding> findings) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (FunctionFinding finding : findings) {
      diagnostics.add(finding.diagnostic());
    }
    return new FunctionOutput(text, diagnostics, hasError(findings));
  }

  static boolean hasError(List<FunctionFinding> findings) {
    for (FunctionFinding finding : findings) {
      if (finding.diagnostic().severity() == Severity.ERROR) {
        return true;
      }
    }
    return false;
  }
}
