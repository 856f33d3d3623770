package io.egressalias.internal.manifest;

import io.egressalias.declaration.Source;
import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.SourceLocation;
import io.egressalias.internal.manifest.Placeholders.Placeholder;
import io.egressalias.internal.text.ReadingProblem;
import io.egressalias.internal.text.Tree;
import io.egressalias.internal.text.Tree.Mapping;
import io.egressalias.internal.text.Tree.Position;
import io.egressalias.internal.text.Tree.Scalar;
import io.egressalias.internal.text.Tree.Sequence;
import io.egressalias.internal.text.YamlDocument;
import io.egressalias.model.EgressAliases;
import io.egressalias.object.KnownKind;
import io.egressalias.object.ObjectId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the objects of a set, one document at a time. */
final class SetReading {
  private static final String LIST = "List";
  private static final String ISTIO = "istio.io";
  private static final String OWN_GROUP = ObjectId.group(EgressAliases.API_VERSION);

  /** The number of objects whose trees are kept as they are: they have about 40 MB. */
  private static final int TREES = 10_000;

  private final ManifestFindings findings;
  private final PackedTrees packed = new PackedTrees();
  private final OtherObjects others;
  private final AmbientReading ambient = new AmbientReading();
  private final List<ManifestObject> objects = new ArrayList<>();
  private final List<ManifestGateway> gateways = new ArrayList<>();
  private final Set<ObjectId> refused = new HashSet<>();
  private int declarations;
  private boolean meshed;
  private boolean commented;

  private String source = "";
  private boolean named = true;

  /**
   * What the items of a list have if they do not write it.
   *
   * @param apiVersion the version of the list
   * @param kind the kind of the list without {@code List}
   */
  record Inherited(String apiVersion, String kind) {
    static final Inherited NOTHING = new Inherited("", "");
  }

  SetReading(ManifestFindings findings) {
    this.findings = findings;
    this.others = new OtherObjects(findings);
  }

  /** Starts a source. */
  void begin(Source next) {
    source = next.name();
    named = next.directory().isEmpty();
  }

  /** Reads a part of a stream. */
  void part(YamlDocument part) {
    item(part, Inherited.NOTHING);
  }

  /** Reads an item of a list, or a part of a stream. */
  void item(YamlDocument part, Inherited from) {
    ManifestDocuments.Read read = ManifestDocuments.read(part);
    trees(part.text(), read.trees(), from);
    if (read.problem() != null) {
      UnreadPart unread = new UnreadPart(source, part, read.problem());
      findings.add(unread.finding());
      refused.addAll(unread.refused());
    }
  }

  /** Adds documents that were read of a text. */
  void trees(String text, List<Tree> trees, Inherited from) {
    boolean marked = !meshed && MeshMarks.mayBeIn(text);
    boolean labelled = AmbientReading.mayBeIn(text);
    int before = objects.size();
    for (Tree tree : trees) {
      meshed |= marked && MeshMarks.areIn(tree);
      if (labelled) {
        ambient.add(tree);
      }
      object(tree, from);
    }
    commented = commented || (objects.size() > before && Comments.areIn(text, trees));
  }

  /** Returns what the items of a list inherit, given the list without its items. */
  Inherited list(YamlDocument frame) {
    return list(ManifestDocuments.read(frame).trees());
  }

  /** Returns what the items of a list inherit, given the list without its items. */
  Inherited list(List<Tree> frame) {
    if (frame.isEmpty()) {
      return Inherited.NOTHING;
    }
    String kind = KubectlMap.text(frame.get(0), "kind");
    return kind.endsWith(LIST)
        ? new Inherited(
            KubectlMap.text(frame.get(0), "apiVersion"),
            kind.substring(0, kind.length() - LIST.length()))
        : Inherited.NOTHING;
  }

  /** Returns whether an object is only counted. */
  boolean isOther(String version, String kind) {
    String group = ObjectId.group(version);
    return !kind.endsWith(LIST)
        && !isNamespace(group, kind)
        && !group.equals(OWN_GROUP)
        && !isIstio(group)
        && known(group, kind) == null;
  }

  /** Returns the kind whose name a text has in any case; null: none. */
  private static @Nullable KnownKind known(String group, String kind) {
    for (KnownKind known : KnownKind.values()) {
      if (known.group().equals(group) && known.kind().equalsIgnoreCase(kind)) {
        return known;
      }
    }
    return null;
  }

  private static boolean isNamespace(String group, String kind) {
    return group.isEmpty() && kind.equals("Namespace");
  }

  private static boolean isIstio(String group) {
    return group.equals(ISTIO) || group.endsWith("." + ISTIO);
  }

  /** Counts an object of another kind. */
  void other(String kind, Position place) {
    others.add(kind, at(place));
  }

  /** Returns whether a sign of a mesh was found. */
  boolean isMeshed() {
    return meshed;
  }

  /** Adds a finding about a part that is not read. */
  void problem(ReadingProblem problem) {
    findings.add(
        problem.rule(),
        problem.rule().severity(),
        at(problem.position()),
        problem.message(),
        problem.remedy());
  }

  /** Returns the set. */
  ManifestSet end() {
    others.report();
    return new ManifestSet(
        objects,
        others.counts(),
        declarations,
        meshed,
        commented,
        gateways,
        refused,
        ambient.end());
  }

  private void object(Tree tree, Inherited from) {
    if (tree instanceof Scalar scalar && scalar.isNull()) {
      return;
    }
    if (!(tree instanceof Mapping mapping)) {
      noObject(tree);
      return;
    }
    boolean complete =
        !KubectlMap.text(mapping, "apiVersion").isEmpty()
            && !KubectlMap.text(mapping, "kind").isEmpty();
    boolean inherits = !complete && !from.kind().isEmpty();
    String version = inherits ? from.apiVersion() : KubectlMap.text(mapping, "apiVersion");
    String kind = inherits ? from.kind() : KubectlMap.text(mapping, "kind");
    if (kind.endsWith(LIST) && KubectlMap.value(mapping, "items") instanceof Sequence items) {
      Inherited inherited =
          new Inherited(version, kind.substring(0, kind.length() - LIST.length()));
      for (Tree item : items.items()) {
        object(item, inherited);
      }
    } else {
      object(mapping, version, kind);
    }
  }

  private void object(Mapping mapping, String version, String kind) {
    String group = ObjectId.group(version);
    meshed |= isIstio(group);
    Optional<KnownKind> known = version.isEmpty() ? Optional.empty() : KnownKind.of(group, kind);
    Optional<Placeholder> unfilled = Placeholders.in(version).or(() -> Placeholders.in(kind));
    if (unfilled.isPresent()) {
      header(mapping, unfilled.get());
    } else if (known.isPresent()) {
      known(mapping, known.get());
    } else if (group.equals(OWN_GROUP)) {
      declaration(mapping, kind);
    } else if (version.isEmpty() || kind.isEmpty()) {
      incomplete(mapping, version, kind);
    } else {
      other(mapping, group, kind);
    }
  }

  private void header(Mapping mapping, Placeholder unfilled) {
    Tree kind = KubectlMap.value(mapping, "kind");
    Unfilled words = Unfilled.of(unfilled, source);
    findings.add(
        words.rule(),
        words.rule().severity(),
        at((kind == null ? mapping : kind).position()),
        words.message(),
        words.remedy());
  }

  private void known(Mapping mapping, KnownKind kind) {
    ObjectReading reading = new ObjectReading(source);
    Mapping tree = reading.object(mapping, Shapes.of(kind));
    ObjectId id =
        kind.id(
            Optional.of(tree.textAt("metadata", "namespace")).filter(name -> !name.isEmpty()),
            tree.textAt("metadata", "name"));
    ManifestObject object = new ManifestObject(id, kind, source, tree);
    if (Uninvolved.is(object)) {
      Uninvolved.reduced(object).ifPresent(this::add);
    } else if (new ObjectProblems(object, findings).report(reading.problems())) {
      add(object);
    } else {
      refused.addAll(RefusedObject.ids(object));
    }
  }

  private void add(ManifestObject object) {
    objects.add(objects.size() < TREES ? object : object.packed(packed));
  }

  private void declaration(Mapping mapping, String kind) {
    if (kind.equals(EgressAliases.KIND)) {
      declarations++;
      findings.add(
          Rule.LEFT_ALONE,
          Rule.LEFT_ALONE.severity(),
          at(mapping.position()),
          "found a declaration of kind `" + EgressAliases.KIND + "`, which is skipped",
          "Run `egress lint` on the declaration, because an import reads manifests");
    } else {
      others.add(kind, at(mapping.position()));
    }
  }

  /** A document without a kind may be for another tool; one that looks like an object is not. */
  private void incomplete(Mapping mapping, String version, String kind) {
    boolean looksLikeObject =
        !version.isEmpty()
            || !kind.isEmpty()
            || (mapping.at("metadata") != null && mapping.at("spec") != null);
    if (!looksLikeObject) {
      others.addWithoutKind(at(mapping.position()));
      return;
    }
    String key = version.isEmpty() ? "apiVersion" : "kind";
    malformed(
        mapping.position(),
        "expected text at `" + key + "`, found " + found(KubectlMap.value(mapping, key)),
        "Add the line `" + key + ": " + (version.isEmpty() ? version(kind) : "Service") + "`");
  }

  private static String found(@Nullable Tree tree) {
    return tree == null ? "none" : tree.found();
  }

  private static String version(String kind) {
    for (KnownKind known : KnownKind.values()) {
      if (known.kind().equals(kind) && !known.group().isEmpty()) {
        return known.group() + "/v1";
      }
    }
    return "v1";
  }

  private void other(Mapping mapping, String group, String kind) {
    KnownKind known = known(group, kind);
    if (known == null) {
      if (ManifestGateway.is(group, kind)) {
        gateways.add(ManifestGateway.of(source, mapping));
      }
      if (isNamespace(group, kind)) {
        ambient.namespace(mapping);
      }
      others.add(kind, at(mapping.position()));
      return;
    }
    Tree written = KubectlMap.value(mapping, "kind");
    malformed(
        (written == null ? mapping : written).position(),
        "expected `kind: %s`, found `%s`".formatted(known.kind(), Quoted.shortened(kind)),
        "Write `kind: " + known.kind() + "`");
  }

  /** A list in a directory may be a patch for another tool. */
  private void noObject(Tree tree) {
    if (tree instanceof Sequence && !named) {
      others.addWithoutKind(at(tree.position()));
      return;
    }
    malformed(
        tree.position(),
        "expected an object with `apiVersion` and `kind`, found " + tree.found(),
        "Write the object as a map, or remove the document from the input");
  }

  private void malformed(Position position, String message, String remedy) {
    findings.add(Rule.MALFORMED, Rule.MALFORMED.severity(), at(position), message, remedy);
  }

  private SourceLocation at(Position position) {
    return new SourceLocation(source, position.line(), position.column());
  }
}
