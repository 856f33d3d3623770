package io.egressalias.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Declarations for tests of the command. */
final class Texts {
  private static final String HEADER =
      """
      apiVersion: egressalias.io/v1alpha1
      kind: EgressAliases
      metadata: {name: any}
      spec:
      """;

  private Texts() {}

  /** A declaration of aliases of external names. */
  static String declaration(String... names) {
    return HEADER + "  aliases:\n" + aliases(names);
  }

  /** A declaration with additional fields in its spec. */
  static String declarationWith(String spec, String... names) {
    return HEADER + "  " + spec + "\n  aliases:\n" + aliases(names);
  }

  private static String aliases(String... names) {
    return List.of(names).stream()
        .map(
            name ->
                "  - {name: %s, externalName: %s.example.com,".formatted(name, name)
                    + " ports: [{name: http, port: 80}], tls: {mode: DISABLE}}\n")
        .collect(Collectors.joining());
  }

  /** The names in the metadata of rendered objects, in order. */
  static List<String> names(String yaml) {
    return yaml.lines()
        .filter(line -> line.startsWith("  name: "))
        .map(line -> line.substring("  name: ".length()))
        .toList();
  }

  /** The documents of a text as a list, in order. */
  static JsonNode trees(String yaml) {
    List<Object> documents = new ArrayList<>();
    new Load(LoadSettings.builder().build()).loadAllFromString(yaml).forEach(documents::add);
    return JsonMapper.shared().valueToTree(documents);
  }
}
