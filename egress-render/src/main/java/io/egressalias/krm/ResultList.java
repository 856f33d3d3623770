package io.egressalias.krm;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.SourceLocation;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Findings as results of a function: of the configuration that they are about. */
final class ResultList {
  private static final List<String> PATHS =
      List.of("internal.config.kubernetes.io/path", "config.kubernetes.io/path");
  private static final List<String> INDICES =
      List.of("internal.config.kubernetes.io/index", "config.kubernetes.io/index");

  private ResultList() {}

  static ArrayNode of(List<Diagnostic> diagnostics, Node config) {
    ArrayNode results = JsonNodeFactory.instance.arrayNode();
    Resource resource = new Resource(config);
    for (Diagnostic diagnostic : diagnostics) {
      ObjectNode result = results.addObject();
      result.put("message", diagnostic.message() + ". " + diagnostic.remedy() + ".");
      result.put("severity", diagnostic.severity().word());
      ObjectNode reference = result.putObject("resourceRef");
      reference.put("apiVersion", Text.string(config, "apiVersion").orElse(""));
      reference.put("kind", resource.kind()).put("name", resource.name());
      result.putObject("field").put("path", diagnostic.path().toString());
      annotation(resource, PATHS).ifPresent(path -> file(result, path, resource));
      ObjectNode tags = result.putObject("tags");
      tags.put("code", diagnostic.rule().code());
      diagnostic
          .location()
          .map(SourceLocation::line)
          .ifPresent(line -> tags.put("line", String.valueOf(line)));
    }
    return results;
  }

  private static void file(ObjectNode result, String path, Resource resource) {
    ObjectNode file = result.putObject("file").put("path", path);
    annotation(resource, INDICES)
        .filter(index -> index.matches("\\d{1,6}"))
        .ifPresent(index -> file.put("index", Integer.parseInt(index)));
  }

  private static Optional<String> annotation(Resource resource, List<String> keys) {
    return keys.stream().flatMap(key -> resource.annotation(key).stream()).findFirst();
  }
}
