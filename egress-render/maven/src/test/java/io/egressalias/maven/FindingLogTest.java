package io.egressalias.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.SourceLocation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A finding is one line of the log, for any file name. */
final class FindingLogTest {
  @Test
  void fileNameIsPrintedOnOneLine() {
    RecordedLog log = new RecordedLog();
    Diagnostic finding = Diagnostic.of(Rule.SYNTAX, 0, FieldPath.root(), "found ##[x]", "Close it");
    new FindingLog(log).print(List.of(finding.at(new SourceLocation("a\n::b\u001B.yaml", 1, 2))));
    assertEquals(
        List.of(
            "[ERROR] a\\u000A::b\\u001B.yaml:[1,2] "
                + Rule.SYNTAX.code()
                + ": found ##\\u005Bx]. Close it."),
        log.lines());
  }
}
