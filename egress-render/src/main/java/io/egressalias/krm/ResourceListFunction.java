package io.egressalias.krm;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import io.egressalias.yaml.ManifestYaml;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * The function of the KRM specification: its configuration is a declaration, and its items get the
 * manifests; or it is of the kind {@code EgressAliasesTransform}, and items that were rendered
 * before are mended.
 */
public final class ResourceListFunction {
  private static final String KIND = "ResourceList";
  private static final String GROUP = "config.kubernetes.io/";

  private final Text text;
  private final Edits edits;
  private final Node list;

  private ResourceListFunction(String input, Text text, Node list) {
    this.text = text;
    this.edits = new Edits(input);
    this.list = list;
  }

  /** Runs the function over a ResourceList, in YAML or JSON. */
  public static FunctionOutput run(String input) {
    try {
      Text text = new Text(input);
      List<Node> documents = text.documents();
      if (documents.size() == 1 && isResourceList(documents.get(0))) {
        return new ResourceListFunction(input, text, documents.get(0)).run();
      }
      return refused("expected a document of kind `ResourceList`, found none");
    } catch (YamlEngineException e) {
      String problem = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      return refused("expected a document of kind `ResourceList`, found no YAML: " + problem);
    } catch (StackOverflowError e) {
      return refused("the input stands too deep in itself");
    }
  }

  private static boolean isResourceList(Node document) {
    return Text.string(document, "kind").filter(KIND::equals).isPresent()
        && Text.string(document, "apiVersion").filter(v -> v.startsWith(GROUP)).isPresent();
  }

  private static FunctionOutput refused(String message) {
    Diagnostic finding =
        Diagnostic.of(
            Rule.RESOURCE_LIST,
            0,
            FieldPath.root(),
            message,
            "Let kustomize or kpt start the function; to render a file, type `egress render FILE`");
    return new FunctionOutput("", List.of(finding), true);
  }

  private FunctionOutput run() {
    Optional<Node> config = Text.at(list, "functionConfig");
    if (config.isEmpty() || !(config.get() instanceof MappingNode)) {
      return refused("expected `functionConfig` with a declaration, found none");
    }
    List<Resource> items = items().stream().map(Resource::new).toList();
    Configuration configuration = Configuration.of(config.get(), text);
    List<Diagnostic> found;
    if (configuration.mends()) {
      found = new Mender(text, edits).mend(items);
    } else {
      found = configuration.diagnostics();
      if (!configuration.failed()) {
        generate(configuration, items);
      }
    }
    List<Diagnostic> shown = found.stream().filter(d -> d.severity() != Severity.INFO).toList();
    results(ResultList.of(shown, config.get()));
    boolean failed = shown.stream().anyMatch(d -> d.severity() == Severity.ERROR);
    return new FunctionOutput(edits.apply(), shown, failed);
  }

  private List<Node> items() {
    return Text.at(list, "items").orElse(list) instanceof SequenceNode sequence
        ? sequence.getValue()
        : List.of();
  }

  private void generate(Configuration configuration, List<Resource> items) {
    Optional<Node> sequence = Text.at(list, "items");
    boolean flow =
        sequence.orElse(list) instanceof SequenceNode s
            && s.getFlowStyle() == FlowStyle.FLOW
            && !s.getValue().isEmpty();
    int indent = flow || items.isEmpty() ? 0 : text.column(sequence.orElseThrow());
    String added = new Generator(text, edits, flow).put(configuration.manifests(), items, indent);
    if (added.isEmpty()) {
      return;
    }
    if (flow) {
      edits.insert(text.end(sequence.orElseThrow()) - 1, added);
    } else if (!items.isEmpty()) {
      int end = text.nextLine(text.contentEnd(sequence.orElseThrow()));
      edits.insert(end, endsLine(end) ? added : "\n" + added);
    } else if (isFlow(list)) {
      String json = added(configuration);
      sequence.ifPresentOrElse(
          node -> edits.replace(text.start(node), text.end(node), json),
          () -> edits.insert(text.end(list) - 1, ", \"items\": " + json));
    } else if (sequence.isPresent()) {
      edits.replace(
          text.start(sequence.get()), text.end(sequence.get()), "\n" + added.stripTrailing());
    } else {
      atEnd("items:\n" + added);
    }
  }

  private static String added(Configuration configuration) {
    return configuration.manifests().stream()
        .map(manifest -> manifest.tree().toString())
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private void results(ArrayNode results) {
    if (results.isEmpty()) {
      return;
    }
    if (isFlow(list)) {
      edits.insert(text.end(list) - 1, ", \"results\": " + results);
    } else {
      atEnd("results:\n" + ManifestYaml.list(results));
    }
  }

  private void atEnd(String block) {
    int end = text.nextLine(text.contentEnd(list));
    edits.insert(end, endsLine(end) ? block : "\n" + block);
  }

  private boolean endsLine(int offset) {
    return offset > 0 && edits.text().charAt(offset - 1) == '\n';
  }

  private static boolean isFlow(Node node) {
    return node instanceof MappingNode mapping && mapping.getFlowStyle() == FlowStyle.FLOW;
  }
}
