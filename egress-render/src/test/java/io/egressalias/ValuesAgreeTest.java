package io.egressalias;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.check.Checks;
import io.egressalias.declaration.Assumptions;
import io.egressalias.declaration.DeclarationReader;
import io.egressalias.declaration.Declarations;
import io.egressalias.declaration.Source;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Validated;
import io.egressalias.model.ClientTls;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.Platform;
import io.egressalias.model.ServicePort;
import io.egressalias.model.TargetPort;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Values in Java have the same findings as the same declarations in a file. */
final class ValuesAgreeTest {

  /**
   * Values cannot have errors of text or structure, or be documents of another kind. A finding
   * about two aliases of a file names the place of the first one.
   */
  private static final String OF_FILES =
      "EGA00|EGA01|EGA1[0-2]|EGA0713|EGA0714|EGA0802|EGA0803|EGA0815|EGA0901";

  /** A finding without the location, which only a file has. */
  private record Finding(Rule rule, int document, FieldPath path, String message, String remedy) {
    static Finding of(Diagnostic found) {
      return new Finding(
          found.rule(), found.document(), found.path(), withoutPlaces(found), found.remedy());
    }

    /** A message names another place of the file by its line as well. */
    private static String withoutPlaces(Diagnostic found) {
      return found.message().replaceAll("`wrong.yaml:[0-9:]+` \\((`[^`]+`)\\)", "$1");
    }

    static List<String> sorted(List<Diagnostic> found) {
      return found.stream().map(Finding::of).map(Finding::toString).sorted().toList();
    }
  }

  @Test
  void valuesHaveTheFindingsOfTheirText() {
    Set<Rule> seen = new TreeSet<>();
    for (RuleCase each : RuleCase.all()) {
      if (!each.rule().code().matches("(" + OF_FILES + ").*")) {
        Validated<Declarations> read = each.read(RuleCase.WRONG);
        List<Diagnostic> ofValues = Checks.check(each.readUnchecked(RuleCase.WRONG));
        assertEquals(Finding.sorted(read.diagnostics()), Finding.sorted(ofValues), each.toString());
        assertTrue(ofValues.stream().anyMatch(d -> d.rule() == each.rule()), each.toString());
        assertTrue(ofValues.stream().noneMatch(d -> d.location().isPresent()), each.toString());
        seen.add(each.rule());
      }
    }
    assertTrue(seen.size() > 60, seen::toString);
  }

  /** Compares values that are built by hand, because the test above uses values of the reader. */
  @Test
  void builtValuesEqualReadValues() {
    String text =
        """
        apiVersion: egressalias.io/v1alpha1
        kind: EgressAliases
        metadata: {name: a}
        spec:
          aliases:
          - name: My_Wikipedia
            endpoints: [127.0.0.1, 091.198.174.192]
            ports: [{name: web, port: 65536, targetPort: https}]
            tls: {mode: SIMPLE}
        """;
    EgressAlias alias =
        EgressAlias.builder()
            .name("My_Wikipedia")
            .endpoints("127.0.0.1", "091.198.174.192")
            .addPorts(
                ServicePort.builder()
                    .name("web")
                    .port(65_536)
                    .targetPort(new TargetPort.ByName("https"))
                    .build())
            .tls(ClientTls.simple())
            .build();
    Validated<Declarations> read =
        DeclarationReader.read(List.of(Source.of("a.yaml", text)), Assumptions.none());
    List<Diagnostic> byHand = Checks.check(alias, Platform.undeclared());
    assertEquals(Finding.sorted(read.diagnostics()), Finding.sorted(byHand));
    assertEquals(
        Set.of("EGA0201", "EGA0301", "EGA0308", "EGA0401", "EGA0602", "EGA0605", "EGA0702"),
        byHand.stream().map(d -> d.rule().code()).collect(Collectors.toSet()));
  }
}
