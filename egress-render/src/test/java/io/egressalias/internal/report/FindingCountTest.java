package io.egressalias.internal.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.SourceLocation;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FindingCountTest {
  private static Diagnostic finding(Rule rule, int line) {
    return Diagnostic.of(rule, 0, FieldPath.root(), "found x", "Write y")
        .at(new SourceLocation("a.yaml", line, 1));
  }

  @Test
  void usesTheSingularForOneFinding() {
    List<Diagnostic> findings =
        List.of(finding(Rule.SYNTAX, 1), finding(Rule.SYNTAX, 2), finding(Rule.TLS_LEFT_OPEN, 3));
    assertEquals("2 errors, 1 warning, 0 infos", FindingCount.of(findings));
    assertEquals("2 errors, 1 warning", FindingCount.ofErrorsAndWarnings(findings));
  }

  @Test
  void countsARepeatedFindingOnce() {
    List<Diagnostic> findings = List.of(finding(Rule.SYNTAX, 1), finding(Rule.SYNTAX, 1));
    assertEquals("1 error, 0 warnings, 0 infos", FindingCount.of(findings));
  }
}
