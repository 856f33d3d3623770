package io.egressalias.internal.krm;

import io.egressalias.declaration.AssumedValue;
import io.egressalias.declaration.Assumptions;
import io.egressalias.declaration.Source;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.SourceLocation;
import io.egressalias.internal.text.Tree;
import io.egressalias.internal.text.Tree.Entry;
import io.egressalias.internal.text.Tree.Mapping;
import io.egressalias.internal.text.Tree.Position;
import io.egressalias.lint.LintOptions;
import io.egressalias.lint.ManifestLinter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges the items of a list as manifests, and changes none of them. */
final class ItemLinter {
  private static final Set<String> SPEC = Set.of("platform", "namespace", "complete", "output");
  private static final Set<String> PLATFORM =
      Set.of("istio", "kubernetes", "clusterDomain", "dataPlane");
  private static final String NO_OUTPUT = "none";

  private static final Comparator<Position> ORDER =
      Comparator.comparingInt(Position::line).thenComparingInt(Position::column);

  private final ListedResource configuration;
  private final List<FunctionFinding> found = new ArrayList<>();

  private ItemLinter(ListedResource configuration) {
    this.configuration = configuration;
  }

  /**
   * Returns the findings about the items of a list.
   *
   * @param input the text in which the items are
   * @param configuration the releases of the cluster
   */
  static List<FunctionFinding> lint(
      String input, ListedResource configuration, List<ListedResource> items) {
    ItemLinter linter = new ItemLinter(configuration);
    LintOptions options = linter.options();
    if (linter.found.isEmpty()) {
      for (Diagnostic finding : ManifestLinter.run(List.of(Source.of("items", input)), options)) {
        linter.add(finding, items);
      }
    }
    return linter.found;
  }

  /**
   * Returns whether the items are left out of the output. kustomize keeps the resources of a
   * validator that writes none, and refuses one that writes them, because it numbers the items that
   * it reads. Other tools would delete what is not written.
   *
   * @see <a href="https://github.com/kubernetes-sigs/kustomize/issues/5036">Validators fail</a>
   */
  static boolean isSilent(ListedResource configuration, List<ListedResource> items) {
    return configuration.node().textAt("spec", "output").equals(NO_OUTPUT)
        && !items.isEmpty()
        && items.get(0).isOfKustomize();
  }

  private LintOptions options() {
    String output = configuration.node().textAt("spec", "output");
    if (!output.isEmpty() && !output.equals(NO_OUTPUT)) {
      refuse(
          FieldPath.of("spec", "output"),
          "expected `none`, found `" + Quoted.shortened(output) + "`",
          "Write `output: none` among the `validators` of kustomize, or remove the field");
    }
    Tree spec = configuration.node().at("spec");
    refuseUnknown(spec, SPEC, FieldPath.of("spec"));
    refuseUnknown(
        spec == null ? null : spec.at("platform"), PLATFORM, FieldPath.of("spec", "platform"));
    Assumptions given =
        Assumptions.none()
            .with(AssumedValue.ISTIO, value(AssumedValue.ISTIO, "platform", "istio").orElse(null))
            .with(
                AssumedValue.KUBERNETES,
                value(AssumedValue.KUBERNETES, "platform", "kubernetes").orElse(null))
            .with(
                AssumedValue.CLUSTER_DOMAIN,
                value(AssumedValue.CLUSTER_DOMAIN, "platform", "clusterDomain").orElse(null))
            .with(
                AssumedValue.DATA_PLANE,
                value(AssumedValue.DATA_PLANE, "platform", "dataPlane").orElse(null));
    return new LintOptions(
        given.platform(), isComplete(), value(AssumedValue.NAMESPACE, "namespace"));
  }

  private boolean isComplete() {
    String text = configuration.node().textAt("spec", "complete");
    if (!text.isEmpty() && !text.equals("true") && !text.equals("false")) {
      refuse(
          FieldPath.of("spec", "complete"),
          "expected `true` or `false`, found `" + Quoted.shortened(text) + "`",
          "Write `complete: true` if the items are all objects of the cluster");
    }
    return text.equals("true");
  }

  private Optional<String> value(AssumedValue field, String... keys) {
    FieldPath path = FieldPath.of("spec");
    Tree node = configuration.node().at("spec");
    for (String key : keys) {
      path = path.key(key);
      node = node == null ? null : node.at(key);
    }
    if (node == null) {
      return Optional.empty();
    }
    String text = node.textAt();
    if (!field.admits(text)) {
      refuse(
          path,
          "expected %s, found %s".formatted(field.expected(), node.found()),
          "Write the value in quotes, or remove the field");
      return Optional.empty();
    }
    return Optional.of(text);
  }

  private void refuseUnknown(@Nullable Tree tree, Set<String> known, FieldPath path) {
    if (tree instanceof Mapping mapping) {
      for (Entry entry : mapping.entries()) {
        if (!known.contains(entry.key().text())) {
          refuse(
              path.key(entry.key().text()),
              "expected one of %s, found `%s`"
                  .formatted(words(known), Quoted.shortened(entry.key().text())),
              "Remove the field");
        }
      }
    }
  }

  private static String words(Set<String> known) {
    List<String> words = new ArrayList<>();
    for (String word : known) {
      words.add("`" + word + "`");
    }
    words.sort(Comparator.naturalOrder());
    return String.join(", ", words);
  }

  private void refuse(FieldPath path, String message, String remedy) {
    Diagnostic finding = Diagnostic.of(Rule.RESOURCE_LIST, 0, path, message, remedy);
    found.addAll(FunctionFinding.inConfiguration(List.of(finding), configuration));
  }

  /** A tool rewrites the items before it passes them on, so that a finding has no line. */
  private void add(Diagnostic finding, List<ListedResource> items) {
    ListedResource item = item(finding, items);
    found.add(
        item == null
            ? FunctionFinding.at(finding, finding.path(), configuration)
            : FunctionFinding.below(finding, item));
  }

  /** Returns the last item that starts at the place of a finding, or before it; null: none. */
  private static @Nullable ListedResource item(Diagnostic finding, List<ListedResource> items) {
    if (finding.location().isEmpty()) {
      return null;
    }
    SourceLocation location = finding.location().get();
    Position place = new Position(location.line(), location.column());
    int first = 0;
    int end = items.size();
    while (first < end) {
      int middle = (first + end) / 2;
      if (ORDER.compare(items.get(middle).node().position(), place) <= 0) {
        first = middle + 1;
      } else {
        end = middle;
      }
    }
    return first == 0 ? null : items.get(first - 1);
  }
}
