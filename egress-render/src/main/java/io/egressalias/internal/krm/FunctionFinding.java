package io.egressalias.internal.krm;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.FieldPath.Step;
import io.egressalias.diagnostic.Severity;
import io.egressalias.internal.report.ErrorsAndWarnings;
import java.util.ArrayList;
import java.util.List;

/** A finding, and the object to which it belongs: the configuration, or one of the items. */
record FunctionFinding(Diagnostic diagnostic, ListedResource resource, boolean inConfiguration) {

  static FunctionFinding inItem(Diagnostic diagnostic, ListedResource item) {
    return new FunctionFinding(diagnostic, item, false);
  }

  /**
   * Returns a finding about a part of an item. It has no location, because a tool rewrites the
   * items before it passes them on.
   */
  static FunctionFinding below(Diagnostic finding, ListedResource item) {
    FieldPath place = FieldPath.root().key(item.toString());
    for (Step step : finding.path().steps()) {
      place =
          step instanceof Step.Index index
              ? place.index(index.index())
              : place.key(((Step.Key) step).key());
    }
    return at(finding, place, item);
  }

  /** Returns a finding without its location, at another path. */
  static FunctionFinding at(Diagnostic finding, FieldPath path, ListedResource item) {
    Diagnostic told =
        Diagnostic.of(finding.rule(), 0, path, finding.message(), finding.remedy())
            .withSeverity(finding.severity());
    return inItem(told, item);
  }

  static List<FunctionFinding> inConfiguration(
      List<Diagnostic> diagnostics, ListedResource configuration) {
    List<FunctionFinding> findings = new ArrayList<>();
    for (Diagnostic diagnostic : diagnostics) {
      findings.add(new FunctionFinding(diagnostic, configuration, true));
    }
    return findings;
  }

  /** Returns the findings that a tool shows. */
  static List<FunctionFinding> shown(List<FunctionFinding> findings) {
    List<FunctionFinding> shown = new ArrayList<>();
    for (FunctionFinding finding : findings) {
      if (ErrorsAndWarnings.includes(finding.diagnostic())) {
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
