package io.egressalias.imports;

import io.egressalias.yaml.Readers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads manifests with another reader than the importer. */
final class InputTrees {
  private InputTrees() {}

  /** Returns the documents of YAML, or of JSON without separators. A broken one is skipped. */
  static List<Object> of(String text) {
    List<Object> trees = new ArrayList<>();
    if (text.stripLeading().matches("(?s)\\{\\s*\".*")) {
      JsonMapper.shared()
          .readerFor(JsonNode.class)
          .<JsonNode>readValues(text)
          .forEachRemaining(each -> trees.add(Readers.plain(each)));
      return trees;
    }
    for (String document : text.replace("\ufeff", "").split("(?m)^(---(?= |\r?$)|\\.\\.\\.)", -1)) {
      try {
        new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(document).forEach(trees::add);
      } catch (YAMLException e) {
        trees.add("broken: " + e.getMessage());
      }
    }
    return trees;
  }

  /** Returns the documents that can be read. */
  static List<Object> readable(String text) {
    return of(text).stream().filter(Map.class::isInstance).toList();
  }
}
