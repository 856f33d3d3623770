package io.egressalias.internal.krm;

import io.egressalias.compile.Compilation;
import io.egressalias.declaration.Assumptions;
import io.egressalias.declaration.Source;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Severity;
import io.egressalias.model.EgressAliases;
import io.egressalias.render.Manifests;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The declarations among the items of a list, which are compiled as one set. One run of the
 * transformer renders all of them, where a generator needs a run for each.
 */
final class ListedDeclarations {
  private static final String FUNCTION = "config.kubernetes.io/function";
  private static final FieldPath LABELS = FieldPath.of("metadata", "labels");

  private final BitSet places;
  private final boolean ofKustomize;
  private final @Nullable Compilation compilation;
  private final List<FunctionFinding> findings;

  private ListedDeclarations(
      BitSet places,
      boolean ofKustomize,
      @Nullable Compilation compilation,
      List<FunctionFinding> findings) {
    this.places = places;
    this.ofKustomize = ofKustomize;
    this.compilation = compilation;
    this.findings = findings;
  }

  /** Compiles the declarations among items of a text. */
  static ListedDeclarations of(ListText text, List<ListedResource> items) {
    BitSet places = new BitSet();
    Map<String, ListedResource> names = new LinkedHashMap<>();
    List<Source> sources = new ArrayList<>();
    boolean ofKustomize = false;
    for (int i = 0; i < items.size(); i++) {
      ListedResource item = items.get(i);
      if (isDeclaration(item)) {
        places.set(i);
        ofKustomize |= item.isOfKustomize();
        names.put(item.toString(), item);
        sources.add(Source.of(item.toString(), text.alone(item.node())).embedded());
      }
    }
    if (sources.isEmpty()) {
      return new ListedDeclarations(places, ofKustomize, null, List.of());
    }
    Compilation compilation = Compilation.of(sources, Assumptions.none());
    List<FunctionFinding> findings = findings(compilation, names, items.get(places.nextSetBit(0)));
    return new ListedDeclarations(places, ofKustomize, compilation, findings);
  }

  /** A declaration with the annotation of a function is rendered by a run of its own. */
  private static boolean isDeclaration(ListedResource item) {
    return item.kind().equals(EgressAliases.KIND)
        && item.apiVersion().equals(EgressAliases.API_VERSION)
        && item.annotation(FUNCTION).isEmpty();
  }

  /** A finding has the field path instead of the line, because tools rewrite the declaration. */
  private static List<FunctionFinding> findings(
      Compilation compilation, Map<String, ListedResource> names, ListedResource first) {
    List<FunctionFinding> findings = new ArrayList<>();
    for (Diagnostic finding : compilation.diagnostics()) {
      ListedResource item =
          finding.location().isEmpty()
              ? first
              : names.getOrDefault(finding.location().get().file(), first);
      findings.add(FunctionFinding.below(explained(finding, item), item));
    }
    return findings;
  }

  /** kustomize adds its labels to the declaration, because transformers run after its fields. */
  private static Diagnostic explained(Diagnostic finding, ListedResource item) {
    return item.isOfKustomize() && finding.path().equals(LABELS)
        ? Diagnostic.of(
            finding.rule(),
            0,
            LABELS,
            "the labels of a kustomization are added to a declaration, and not to its objects",
            "Write the labels in a kustomization that has this one among its `resources`")
        : finding;
  }

  /** Returns the findings about the declarations. */
  List<FunctionFinding> findings() {
    return findings;
  }

  /** Returns whether there are declarations, none of which has an error. */
  boolean areRendered() {
    return compilation != null && !compilation.has(Severity.ERROR);
  }

  /**
   * Returns the changes of the items. The manifests replace the declarations in the resources of
   * kustomize, whose output is applied to a cluster. Other tools run the function over files, and
   * would delete those of the declarations; there an earlier run may have rendered objects.
   */
  Matching matching(List<ListedResource> items) {
    if (compilation == null) {
      return Matching.of(List.of(), items, Ownership.NONE);
    }
    Manifests manifests = compilation.markedManifests();
    if (!ofKustomize) {
      return Matching.of(manifests, items, Ownership.of(compilation.identities(), manifests));
    }
    Matching matching = Matching.of(manifests, items, Ownership.NONE);
    matching.removed().or(places);
    return matching;
  }
}
