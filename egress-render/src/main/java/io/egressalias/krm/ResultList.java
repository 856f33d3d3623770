package io.egressalias.krm;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.SourceLocation;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Findings as results of a function. What is not known is left out: a tool shows an empty path or
 * name as if it were one.
 */
final class ResultList {
  private static final List<String> PATHS =
      List.of("internal.config.kubernetes.io/path", "config.kubernetes.io/path");
  private static final List<String> INDICES =
      List.of("internal.config.kubernetes.io/index", "config.kubernetes.io/index");

  private ResultList() {}

  static ArrayNode of(List<Finding> findings) {
    ArrayNode results = JsonNodeFactory.instance.arrayNode();
    for (Finding finding : findings) {
      Diagnostic diagnostic = finding.diagnostic();
      ObjectNode result = results.addObject();
      result.put("message", diagnostic.message() + ". " + diagnostic.remedy() + ".");
      result.put("severity", diagnostic.severity().word());
      if (finding.resource().isIdentified()) {
        reference(result.putObject("resourceRef"), finding.resource());
        field(result, finding);
      }
      annotation(finding.resource(), PATHS).ifPresent(path -> file(result, path, finding));
      ObjectNode tags = result.putObject("tags");
      tags.put("code", diagnostic.rule().code());
      if (finding.inConfiguration()) {
        diagnostic
            .location()
            .map(SourceLocation::line)
            .flatMap(line -> OriginalLines.of(finding.resource(), line))
            .ifPresent(line -> tags.put("line", String.valueOf(line)));
      }
    }
    return results;
  }

  private static void reference(ObjectNode reference, Resource resource) {
    reference.put("apiVersion", resource.apiVersion());
    reference.put("kind", resource.kind());
    reference.put("name", resource.name());
    resource.declaredNamespace().ifPresent(namespace -> reference.put("namespace", namespace));
  }

  /** The field path of a finding in an item is the item itself. */
  private static void field(ObjectNode result, Finding finding) {
    String path = finding.diagnostic().path().toString();
    if (finding.inConfiguration() && !path.isEmpty()) {
      result.putObject("field").put("path", path);
    }
  }

  private static void file(ObjectNode result, String path, Finding finding) {
    ObjectNode file = result.putObject("file").put("path", path);
    annotation(finding.resource(), INDICES)
        .filter(index -> index.matches("\\d{1,6}"))
        .ifPresent(index -> file.put("index", Integer.parseInt(index)));
  }

  private static Optional<String> annotation(Resource resource, List<String> keys) {
    return keys.stream().flatMap(key -> resource.annotation(key).stream()).findFirst();
  }
}
