package io.egressalias.internal.krm;

import io.egressalias.compile.Compilation;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import io.egressalias.internal.text.PrettyJson;
import io.egressalias.internal.text.Tree;
import io.egressalias.internal.text.Tree.Mapping;
import io.egressalias.internal.text.Tree.Scalar;
import io.egressalias.internal.text.Tree.Sequence;
import io.egressalias.internal.text.Unreadable;
import io.egressalias.render.Manifests;
import io.egressalias.yaml.ManifestYaml;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.databind.node.ArrayNode;

/**
 * The function of the KRM specification. If its configuration is a declaration, it renders
 * manifests into the items. If the configuration is of the kind {@code EgressAliasesTransform}, it
 * renders the declarations among the items, and updates references in items that were rendered
 * before. If it is of the kind {@code EgressAliasesLint}, it judges the items and changes none.
 */
public final class ResourceListFunction {
  private static final String KIND = "ResourceList";

  /** The name of the configuration in findings; lines count from its start. */
  private static final String CONFIGURATION = "functionConfig";

  private static final String GROUP = "config.kubernetes.io/";

  private final String input;
  private final ListText text;
  private final Edits edits;
  private final Mapping list;
  private final ItemList itemList;

  private ResourceListFunction(String input, ListText text, Mapping list) {
    this.input = input;
    this.text = text;
    this.edits = new Edits(input);
    this.list = list;
    this.itemList = new ItemList(text, edits, list);
  }

  /** Runs the function over a ResourceList, in YAML or JSON. */
  public static FunctionOutput run(String input) {
    try {
      ListText text = new ListText(input);
      Mapping list = list(text);
      return list == null
          ? refused("expected a document of kind `ResourceList`, found none")
          : new ResourceListFunction(input, text, list).run();
    } catch (YamlEngineException e) {
      return refused(
          "expected a document of kind `ResourceList`, found invalid YAML: " + problem(e));
    } catch (Unreadable e) {
      return refused(
          "expected a document of kind `ResourceList`, found invalid YAML: "
              + ListDialect.words(e));
    }
  }

  /** Returns the list without most of its configuration; null: none. */
  private static @Nullable Mapping list(ListText text) throws Unreadable {
    List<Tree> documents = text.documents();
    return documents.size() == 1 && documents.get(0) instanceof Mapping list && isResourceList(list)
        ? ListText.without(list, CONFIGURATION, "spec")
        : null;
  }

  private static String problem(YamlEngineException e) {
    if (e instanceof MarkedYamlEngineException marked && marked.getProblemMark().isPresent()) {
      Mark mark = marked.getProblemMark().get();
      int line = mark.getLine() + 1;
      return Quoted.shortened(marked.getProblem())
          + " (line "
          + line
          + ", column "
          + (mark.getColumn() + 1)
          + ")";
    }
    return Quoted.shortened(String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
  }

  private static boolean isResourceList(Tree document) {
    return document.textAt("kind").equals(KIND) && document.textAt("apiVersion").startsWith(GROUP);
  }

  private static FunctionOutput refused(String message) {
    Diagnostic finding =
        Diagnostic.of(
            Rule.RESOURCE_LIST,
            0,
            FieldPath.root(),
            message,
            "Run the function with kustomize or kpt; to render a file, run `egress render FILE`");
    return FunctionOutput.NONE.refused(finding);
  }

  private FunctionOutput run() throws Unreadable {
    if (!(list.at(CONFIGURATION) instanceof Mapping config)) {
      return refused("expected `functionConfig` with a declaration, found none");
    }
    if (!isList(list.at("items"))) {
      return refused("expected a list in `items`, found a value of another type");
    }
    List<ListedResource> items = ListedResource.all(list.itemsAt("items"));
    boolean lints = FunctionConfiguration.isLinter(config);
    ListedResource whole = lints ? whole(config) : new ListedResource(config);
    List<FunctionFinding> found =
        lints ? ItemLinter.lint(input, whole, items) : found(config, items);
    List<FunctionFinding> shown = FunctionFinding.shown(found);
    if (lints && ItemLinter.isSilent(whole, items)) {
      return FunctionFinding.output(OutputPiece.NONE, shown);
    }
    results(ResultList.of(shown));
    AnchorConflict repeat = edits.touched(text.repeats());
    return repeat == null
        ? FunctionFinding.output(edits, shown)
        : FunctionFinding.output(OutputPiece.NONE, shown).refused(repeat.finding());
  }

  /** Returns a configuration with its {@code spec}, which is read again. */
  private ListedResource whole(Mapping config) throws Unreadable {
    return new ListedResource(new ListText(text.alone(config)).documents().get(0));
  }

  private List<FunctionFinding> found(Mapping config, List<ListedResource> items) {
    return FunctionConfiguration.isTransformer(config) ? transform(items) : generate(config, items);
  }

  /** A missing or null value means no items as well. */
  private static boolean isList(@Nullable Tree node) {
    return node == null
        || node instanceof Sequence
        || (node instanceof Scalar scalar && scalar.isNull());
  }

  /**
   * Renders the manifests into the items. If an item must not be replaced, returns findings and
   * changes nothing.
   */
  private List<FunctionFinding> generate(Mapping config, List<ListedResource> items) {
    Compilation compilation = FunctionConfiguration.compiled(CONFIGURATION, text.alone(config));
    List<FunctionFinding> found =
        FunctionFinding.inConfiguration(compilation.diagnostics(), new ListedResource(config));
    if (!compilation.has(Severity.ERROR)) {
      Manifests manifests = compilation.markedManifests();
      Ownership ownership = Ownership.of(compilation.identities(), manifests);
      Matching matching = Matching.of(manifests, items, ownership);
      if (matching.foreign().isEmpty()) {
        itemList.change(items, matching);
      }
      found.addAll(matching.foreign());
    }
    return found;
  }

  /** Renders the declarations among the items, and updates references in the other ones. */
  private List<FunctionFinding> transform(List<ListedResource> items) {
    ListedDeclarations declared = ListedDeclarations.of(text, items);
    List<FunctionFinding> found = new ArrayList<>(declared.findings());
    List<ListedResource> others = items;
    if (declared.areRendered()) {
      Matching matching = declared.matching(items);
      found.addAll(matching.foreign());
      if (matching.foreign().isEmpty()) {
        itemList.change(items, matching);
        others = matching.kept(items);
      }
    }
    found.addAll(new ReferenceUpdater(text, edits).update(others));
    return found;
  }

  private void results(ArrayNode results) {
    if (results.isEmpty()) {
      return;
    }
    Tree earlier = list.at("results");
    if (earlier != null) {
      replace(earlier, results);
    } else if (list.flow()) {
      edits.insert(itemList.endOfEntries(), ", \"results\": " + PrettyJson.line(results));
    } else {
      itemList.atEnd("results:\n" + ManifestYaml.list(results));
    }
  }

  /** Some readers accept no tab after a closing bracket. */
  private void replace(Tree earlier, ArrayNode results) {
    int end = text.contentEnd(earlier);
    int next = text.blanksEnd(end);
    boolean more = next > end && !text.endsLine(next);
    edits.replace(
        earlier.place().start(), next, " " + PrettyJson.line(results) + (more ? " " : ""));
  }
}
