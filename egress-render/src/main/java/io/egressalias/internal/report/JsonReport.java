package io.egressalias.internal.report;

import io.egressalias.diagnostic.Diagnostic;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes findings as JSON: {@code {"findings": [{code, severity, file, line, column, …}]}}. */
public final class JsonReport {
  private static final String FINDINGS = "findings";

  private JsonReport() {}

  /** Returns findings as a tree; line and column count from 1. */
  public static ObjectNode tree(List<Diagnostic> diagnostics) {
    ObjectNode report = frame();
    ArrayNode findings = findings(report);
    findings(diagnostics).forEach(findings::add);
    return report;
  }

  /** Returns a report without a finding. */
  public static ObjectNode frame() {
    ObjectNode report = JsonNodeFactory.instance.objectNode();
    report.putArray(FINDINGS);
    return report;
  }

  /** Returns the list of findings in a report. */
  public static ArrayNode findings(ObjectNode report) {
    return report.withArrayProperty(FINDINGS);
  }

  /** Returns findings as trees; an iterator creates them one at a time. */
  public static Iterable<ObjectNode> findings(List<Diagnostic> diagnostics) {
    return () -> diagnostics.stream().map(JsonReport::finding).iterator();
  }

  private static ObjectNode finding(Diagnostic diagnostic) {
    ObjectNode finding = JsonNodeFactory.instance.objectNode();
    finding.put("code", diagnostic.rule().code());
    finding.put("severity", diagnostic.severity().word());
    diagnostic
        .location()
        .ifPresent(
            place ->
                finding
                    .put("file", place.file())
                    .put("line", place.line())
                    .put("column", place.column()));
    finding.put("path", diagnostic.path().toString());
    finding.put("message", diagnostic.message());
    finding.put("remedy", diagnostic.remedy());
    return finding;
  }
}
