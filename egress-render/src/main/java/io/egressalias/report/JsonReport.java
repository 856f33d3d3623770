package io.egressalias.report;

import io.egressalias.diagnostic.Diagnostic;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Findings for programs: {@code {"findings": [{code, severity, file, line, column, …}]}}. */
public final class JsonReport {
  private JsonReport() {}

  /** Returns findings as a tree; line and column count from 1. */
  public static ObjectNode tree(List<Diagnostic> diagnostics) {
    ObjectNode report = JsonNodeFactory.instance.objectNode();
    ArrayNode findings = report.putArray("findings");
    for (Diagnostic diagnostic : diagnostics) {
      ObjectNode finding = findings.addObject();
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
    }
    return report;
  }
}
