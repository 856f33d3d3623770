package io.egressalias.imports;

import io.egressalias.internal.manifest.ManifestFindings;
import io.egressalias.internal.manifest.ManifestObject;
import io.egressalias.internal.manifest.ManifestSet;
import io.egressalias.internal.text.Dialect;
import io.egressalias.internal.text.Tree;
import io.egressalias.internal.text.TreeReader;
import io.egressalias.internal.text.Unreadable;
import io.egressalias.model.Platform;
import io.egressalias.object.KnownKind;
import io.egressalias.object.ObjectId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Objects from YAML, and what the Istio parts of an import make of them. */
final class GivenObjects {
  final ImportContext context;
  final ServiceGroups groups = new ServiceGroups();

  private GivenObjects(List<ManifestObject> objects, Platform platform) {
    ManifestSet set = new ManifestSet(objects, Map.of(), 0, true, false);
    context = new ImportContext(set, platform, new ManifestFindings());
    for (ManifestObject object : objects) {
      add(object);
    }
    LocalNameObjects byName = new LocalNameObjects(context);
    for (AliasObjects group : groups.all()) {
      byName.attach(group);
    }
  }

  static GivenObjects of(String yaml, Platform platform) {
    List<ManifestObject> objects = new ArrayList<>();
    TreeReader reader = new TreeReader(yaml, 1, new Plain());
    try {
      for (Tree tree = reader.next(); tree != null; tree = reader.next()) {
        objects.add(object((Tree.Mapping) tree));
      }
    } catch (Unreadable e) {
      throw new AssertionError(e);
    }
    return new GivenObjects(objects, platform);
  }

  private static ManifestObject object(Tree.Mapping tree) {
    ObjectId id =
        ObjectId.of(
            tree.textAt("apiVersion"),
            tree.textAt("kind"),
            tree.textAt("metadata", "namespace"),
            tree.textAt("metadata", "name"));
    KnownKind kind = id.known().orElseThrow();
    return new ManifestObject(id, kind, "in.yaml", tree);
  }

  private void add(ManifestObject object) {
    if (object.kind() == KnownKind.SERVICE) {
      groups.of(object.id().namespace().orElse(""), object.id().name()).services.add(object);
    }
  }

  /** Returns the findings, one line for each: severity, kind, line, message. */
  String findings() {
    StringBuilder text = new StringBuilder();
    context
        .findings()
        .found()
        .forEach(
            d ->
                text.append(d.severity().name().toLowerCase(java.util.Locale.ROOT))
                    .append(' ')
                    .append(d.rule())
                    .append(' ')
                    .append(d.path())
                    .append(": ")
                    .append(d.message())
                    .append('\n'));
    return text.toString();
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
