package io.egressalias.krm;

import io.egressalias.declaration.Assumptions;
import io.egressalias.declaration.DeclarationReader;
import io.egressalias.declaration.Declarations;
import io.egressalias.declaration.Source;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import io.egressalias.diagnostic.Validated;
import io.egressalias.render.AliasMark;
import io.egressalias.render.Manifest;
import io.egressalias.render.ManifestRenderer;
import io.egressalias.text.Tree;
import io.egressalias.text.Unreadable;
import io.egressalias.yaml.ManifestYaml;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The plugin that kubectl can run: its configuration is a file, its resources are documents.
 *
 * @see <a href="https://kubectl.docs.kubernetes.io/guides/extending_kustomize/exec_plugins/">Exec
 *     plugins</a>
 */
public final class LegacyPlugin {
  private LegacyPlugin() {}

  /** Returns whether a configuration wishes resources to be mended, which are then to be read. */
  public static boolean mends(String config) {
    try {
      List<Tree> documents = new Text(config).documents();
      return documents.size() == 1 && Configuration.mends(documents.get(0));
    } catch (YamlEngineException | Unreadable e) {
      return false;
    }
  }

  /** Turns a declaration into marked manifests. */
  public static FunctionOutput generate(String config) {
    Validated<Declarations> read =
        DeclarationReader.read(List.of(Source.of("config", config)), Assumptions.none());
    List<Diagnostic> shown = shown(read.diagnostics());
    if (read.has(Severity.ERROR)) {
      return new FunctionOutput("", shown, true);
    }
    List<Manifest> manifests = ManifestRenderer.render(Declarations.documentsOf(read));
    for (Manifest manifest : manifests) {
      AliasMark.put(manifest, read.orThrow().identity(manifest.document()));
    }
    return new FunctionOutput(ManifestYaml.write(manifests), shown, false);
  }

  /** Mends resources, given as documents. */
  public static FunctionOutput mend(String resources) {
    try {
      Text text = new Text(resources);
      Edits edits = new Edits(resources);
      List<Finding> found =
          Finding.shown(new Mender(text, edits).mend(Resource.all(text.documents())));
      Repeat repeat = edits.touched(text.repeats());
      return repeat == null
          ? Finding.output(Finding.hasError(found) ? "" : edits.apply(), found)
          : Finding.output("", found).refused(repeat.finding());
    } catch (YamlEngineException | Unreadable e) {
      Diagnostic finding =
          Diagnostic.of(
              Rule.RESOURCE_LIST,
              0,
              FieldPath.root(),
              "expected resources, found no YAML that can be read",
              "Let kubectl start the plugin");
      return FunctionOutput.NONE.refused(finding);
    }
  }

  private static List<Diagnostic> shown(List<Diagnostic> diagnostics) {
    List<Diagnostic> shown = new ArrayList<>();
    for (Diagnostic diagnostic : diagnostics) {
      if (diagnostic.severity() != Severity.INFO) {
        shown.add(diagnostic);
      }
    }
    return shown;
  }
}
