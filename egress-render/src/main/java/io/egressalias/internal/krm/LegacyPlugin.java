package io.egressalias.internal.krm;

import io.egressalias.compile.Compilation;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import io.egressalias.internal.report.ErrorsAndWarnings;
import io.egressalias.internal.text.Tree;
import io.egressalias.internal.text.Unreadable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The plugin that kubectl can run. Its configuration is a file, and its resources are documents.
 *
 * @see <a href="https://kubectl.docs.kubernetes.io/guides/extending_kustomize/exec_plugins/">Exec
 *     plugins</a>
 */
public final class LegacyPlugin {
  private LegacyPlugin() {}

  /**
   * Returns whether a configuration requests an update of references; the caller then reads the
   * resources.
   */
  public static boolean isTransformer(String config) {
    Optional<Tree> document = document(config);
    return document.isPresent() && FunctionConfiguration.isTransformer(document.get());
  }

  /**
   * Returns whether a configuration requests findings about objects; the caller then reads the
   * resources.
   */
  public static boolean isLinter(String config) {
    Optional<Tree> document = document(config);
    return document.isPresent() && FunctionConfiguration.isLinter(document.get());
  }

  private static Optional<Tree> document(String config) {
    try {
      List<Tree> documents = new ListText(config).documents();
      return documents.size() == 1 ? Optional.of(documents.get(0)) : Optional.empty();
    } catch (YamlEngineException | Unreadable e) {
      return Optional.empty();
    }
  }

  /** Turns a declaration into marked manifests. */
  public static FunctionOutput generate(String config) {
    Compilation compilation = FunctionConfiguration.compiled("config", config);
    boolean failed = compilation.has(Severity.ERROR);
    OutputPiece text =
        failed ? OutputPiece.NONE : new OutputPiece.Documents(compilation.markedManifests());
    return new FunctionOutput(text, ErrorsAndWarnings.of(compilation.diagnostics()), failed);
  }

  /**
   * Renders the declarations among resources, given as documents, and updates references in the
   * other ones.
   */
  public static FunctionOutput transform(String resources) {
    return run(resources, (text, edits) -> transform(text, edits, resources.length()));
  }

  private static List<FunctionFinding> transform(ListText text, Edits edits, int end)
      throws Unreadable {
    List<ListedResource> items = ListedResource.all(text.documents());
    ListedDeclarations declared = ListedDeclarations.of(text, items);
    List<FunctionFinding> found = new ArrayList<>(declared.findings());
    List<ListedResource> others = items;
    if (declared.areRendered()) {
      Matching matching = declared.matching(items);
      found.addAll(matching.foreign());
      others = matching.kept(items);
      for (int i = 0; i < items.size(); i++) {
        if (matching.removed().get(i)) {
          Tree item = items.get(i).node();
          edits.replace(item.place().start(), text.linesEnd(item), "");
        }
      }
      edits.insert(end, text.beginsLine(end) ? "" : "\n");
      edits.insert(end, new OutputPiece.Documents(matching.added()));
    }
    found.addAll(new ReferenceUpdater(text, edits).update(others));
    return found;
  }

  /** Judges resources, given as documents, and changes none. */
  public static FunctionOutput lint(String config, String resources) {
    Optional<Tree> document = document(config);
    if (document.isEmpty()) {
      return generate(config);
    }
    ListedResource configuration = new ListedResource(document.get());
    return run(
        resources,
        (text, edits) -> {
          List<ListedResource> items = ListedResource.all(text.documents());
          if (ItemLinter.isSilent(configuration, items)) {
            edits.replace(0, resources.length(), "");
          }
          return ItemLinter.lint(resources, configuration, items);
        });
  }

  /** What is done with resources. */
  private interface Task {
    List<FunctionFinding> run(ListText text, Edits edits) throws Unreadable;
  }

  private static FunctionOutput run(String resources, Task task) {
    try {
      ListText text = new ListText(resources);
      Edits edits = new Edits(resources);
      List<FunctionFinding> found = FunctionFinding.shown(task.run(text, edits));
      AnchorConflict repeat = edits.touched(text.repeats());
      return repeat == null
          ? FunctionFinding.output(
              FunctionFinding.hasError(found) ? OutputPiece.NONE : edits, found)
          : FunctionFinding.output(OutputPiece.NONE, found).refused(repeat.finding());
    } catch (YamlEngineException | Unreadable e) {
      Diagnostic finding =
          Diagnostic.of(
              Rule.RESOURCE_LIST,
              0,
              FieldPath.root(),
              "expected resources, found invalid YAML",
              "Run the plugin with `kubectl kustomize`");
      return FunctionOutput.NONE.refused(finding);
    }
  }
}
