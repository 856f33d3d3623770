package io.egressalias.krm;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Rule;
import io.egressalias.render.Manifest;
import io.egressalias.yaml.ManifestYaml;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
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
    if (Text.at(list, "items").filter(node -> !isList(node)).isPresent()) {
      return refused("expected a list of `items`, found something else");
    }
    List<Resource> items = items().stream().map(Resource::new).toList();
    Configuration configuration = Configuration.of(config.get(), text);
    List<Finding> found;
    if (configuration.mends()) {
      found = new Mender(text, edits).mend(items);
    } else {
      found = Finding.inConfiguration(configuration.diagnostics(), new Resource(config.get()));
      if (!configuration.failed()) {
        generate(configuration.manifests(), items);
      }
    }
    List<Finding> shown = Finding.shown(found);
    results(ResultList.of(shown));
    return Finding.output(edits.apply(), shown);
  }

  /** No items may also be said by a value that is left out. */
  private static boolean isList(Node node) {
    return node instanceof SequenceNode
        || (node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.NULL));
  }

  private List<Node> items() {
    return Text.at(list, "items").orElse(list) instanceof SequenceNode sequence
        ? sequence.getValue()
        : List.of();
  }

  private void generate(List<Manifest> manifests, List<Resource> items) {
    Optional<Node> sequence = Text.at(list, "items");
    boolean flow =
        sequence.orElse(list) instanceof SequenceNode s
            && s.getFlowStyle() == FlowStyle.FLOW
            && !s.getValue().isEmpty();
    int indent = flow || items.isEmpty() ? 0 : text.column(sequence.orElseThrow());
    String added = new Generator(text, edits, flow).put(manifests, items, indent);
    if (added.isEmpty()) {
      return;
    }
    if (flow) {
      edits.insert(text.end(items.get(items.size() - 1).node()), added);
    } else if (!items.isEmpty()) {
      int end = text.nextLine(text.contentEnd(sequence.orElseThrow()));
      edits.insert(end, endsLine(end) ? added : "\n" + added);
    } else if (isFlow(list)) {
      String json = json(manifests);
      sequence.ifPresentOrElse(
          node -> edits.replace(text.start(node), text.end(node), json),
          () -> edits.insert(endOfEntries(), ", \"items\": " + json));
    } else if (sequence.isPresent()) {
      edits.replace(
          text.start(sequence.get()), text.end(sequence.get()), "\n" + added.stripTrailing());
    } else {
      atEnd("items:\n" + added);
    }
  }

  private static String json(List<Manifest> manifests) {
    return manifests.stream()
        .map(manifest -> manifest.tree().toString())
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private void results(ArrayNode results) {
    if (results.isEmpty()) {
      return;
    }
    Optional<NodeTuple> earlier = Text.entry(list, "results");
    if (earlier.isPresent()) {
      edits.replace(
          text.start(earlier.get().getValueNode()),
          text.contentEnd(earlier.get().getValueNode()),
          " " + results);
    } else if (isFlow(list)) {
      edits.insert(endOfEntries(), ", \"results\": " + results);
    } else {
      atEnd("results:\n" + ManifestYaml.list(results));
    }
  }

  /** Not where the bracket closes: a comma may stand before it. */
  private int endOfEntries() {
    List<NodeTuple> entries = ((MappingNode) list).getValue();
    return text.end(entries.get(entries.size() - 1).getValueNode());
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
