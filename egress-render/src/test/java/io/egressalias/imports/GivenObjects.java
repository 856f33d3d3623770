package io.egressalias.imports;

import io.egressalias.declaration.DeclarationWriter;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Rule;
import io.egressalias.internal.manifest.ManifestFindings;
import io.egressalias.internal.manifest.ManifestObject;
import io.egressalias.internal.manifest.ManifestSet;
import io.egressalias.internal.text.Dialect;
import io.egressalias.internal.text.Tree;
import io.egressalias.internal.text.TreeReader;
import io.egressalias.internal.text.Unreadable;
import io.egressalias.model.EgressAliases;
import io.egressalias.model.Platform;
import io.egressalias.object.ObjectId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Objects from YAML, and what an import makes of them. */
final class GivenObjects {
  private GivenObjects() {}

  /** Returns the aliases of the declaration as YAML, and the findings, one line for each. */
  static String imported(String yaml, Platform platform) {
    Imported imported = run(yaml, platform);
    StringBuilder text = new StringBuilder();
    for (ImportedDeclaration declaration : imported.declarations()) {
      text.append(aliases(declaration.value()));
    }
    for (Diagnostic finding : imported.diagnostics()) {
      if (finding.rule() != Rule.INFERRED_PLATFORM && finding.rule() != Rule.LEFTOVERS) {
        text.append(line(finding));
      }
    }
    return text.toString();
  }

  private static String aliases(EgressAliases declaration) {
    String text = DeclarationWriter.write(declaration, "any");
    String lines = text.substring(text.indexOf("  aliases:\n") + "  aliases:\n".length());
    return lines.replaceAll("(?m)^  ", "");
  }

  private static String line(Diagnostic finding) {
    String severity = finding.severity().name().toLowerCase(Locale.ROOT);
    return severity + " " + finding.rule() + " " + finding.path() + "\n";
  }

  /** Returns the result of an import. */
  static Imported run(String yaml, Platform platform) {
    List<ManifestObject> objects = new ArrayList<>();
    TreeReader reader = new TreeReader(yaml, 1, new Plain());
    try {
      for (Tree tree = reader.next(); tree != null; tree = reader.next()) {
        objects.add(object((Tree.Mapping) tree));
      }
    } catch (Unreadable e) {
      throw new AssertionError(e);
    }
    ManifestSet set = new ManifestSet(objects, Map.of(), 0, true, false);
    ImportOptions options = new ImportOptions(platform, Optional.empty(), "any", false);
    return ManifestImporter.run(set, new ManifestFindings(), List.of(), options);
  }

  private static ManifestObject object(Tree.Mapping tree) {
    ObjectId id =
        ObjectId.of(
            tree.textAt("apiVersion"),
            tree.textAt("kind"),
            tree.textAt("metadata", "namespace"),
            tree.textAt("metadata", "name"));
    return new ManifestObject(id, id.known().orElseThrow(), "in.yaml", tree);
  }

  private record Plain() implements Dialect {
    @Override
    public int depth() {
      return 50;
    }

    @Override
    public int values() {
      return 1_000_000;
    }

    @Override
    public boolean uniqueKeys() {
      return true;
    }

    @Override
    public void tag(String tag, Tree.Position position) {}

    @Override
    public Tree.Scalar key(Tree key) {
      throw new AssertionError("a key is a scalar here");
    }

    @Override
    public Tree repeated(String anchor, Tree known, Tree.Place place) {
      return known;
    }
  }
}
