package io.egressalias.internal.krm;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Printable;
import io.egressalias.diagnostic.SourceLocation;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes findings as results of a function. Unknown values are omitted, because a tool would print
 * an empty path or name.
 */
final class ResultList {
  private static final List<String> PATHS =
      List.of("internal.config.kubernetes.io/path", "config.kubernetes.io/path");
  private static final List<String> INDICES =
      List.of("internal.config.kubernetes.io/index", "config.kubernetes.io/index");

  private ResultList() {}

  static ArrayNode of(List<FunctionFinding> findings) {
    ArrayNode results = JsonNodeFactory.instance.arrayNode();
    for (FunctionFinding finding : findings) {
      Diagnostic diagnostic = finding.diagnostic();
      ObjectNode result = results.addObject();
      result.put("message", Printable.line(diagnostic.text()));
      result.put("severity", diagnostic.severity().word());
      if (finding.resource().isIdentified()) {
        reference(result.putObject("resourceRef"), finding.resource());
        field(result, finding);
      }
      String path = annotation(finding.resource(), PATHS);
      if (!path.isEmpty()) {
        file(result.putObject("file").put("path", path), finding);
      }
      ObjectNode tags = result.putObject("tags");
      tags.put("code", diagnostic.rule().code());
      if (finding.inConfiguration()) {
        line(tags, finding);
      }
    }
    return results;
  }

  private static void line(ObjectNode tags, FunctionFinding finding) {
    Optional<SourceLocation> location = finding.diagnostic().location();
    if (location.isPresent()) {
      Optional<Integer> line = OriginalLines.of(finding.resource(), location.get().line());
      if (line.isPresent()) {
        tags.put("line", String.valueOf(line.get()));
      }
    }
  }

  private static void reference(ObjectNode reference, ListedResource resource) {
    reference.put("apiVersion", resource.apiVersion());
    reference.put("kind", resource.kind());
    reference.put("name", resource.name());
    if (!resource.declaredNamespace().isEmpty()) {
      reference.put("namespace", resource.declaredNamespace());
    }
  }

  /** The first step of the path of a finding in an item is the item itself. */
  private static void field(ObjectNode result, FunctionFinding finding) {
    FieldPath path = finding.diagnostic().path();
    String field =
        finding.inConfiguration() || path.steps().isEmpty()
            ? path.toString()
            : new FieldPath(path.steps().subList(1, path.steps().size())).toString();
    if (!field.isEmpty()) {
      result.putObject("field").put("path", field);
    }
  }

  private static void file(ObjectNode file, FunctionFinding finding) {
    String index = annotation(finding.resource(), INDICES);
    if (!index.isEmpty() && index.matches("\\d{1,6}")) {
      file.put("index", Integer.parseInt(index));
    }
  }

  /** Returns the first of several annotations that is present; empty: none. */
  private static String annotation(ListedResource resource, List<String> keys) {
    for (String key : keys) {
      if (!resource.annotation(key).isEmpty()) {
        return resource.annotation(key);
      }
    }
    return "";
  }
}
