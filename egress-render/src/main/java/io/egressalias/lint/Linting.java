package io.egressalias.lint;

import io.egressalias.compile.Compilation;
import io.egressalias.declaration.Assumptions;
import io.egressalias.declaration.Overrides;
import io.egressalias.declaration.Source;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Severity;
import io.egressalias.internal.manifest.ReadingOrder;
import io.egressalias.internal.manifest.SourceSplit;
import io.egressalias.model.DataPlane;
import io.egressalias.model.EgressAliases;
import io.egressalias.model.Istio;
import io.egressalias.model.Platform;
import java.util.ArrayList;
import java.util.List;

/**
 * The findings about declarations and manifests side by side.
 *
 * @param sources the texts
 * @param diagnostics the findings, in the order of the texts and of their places
 */
public record Linting(List<Source> sources, List<Diagnostic> diagnostics) {

  /** Copies the lists. */
  public Linting {
    sources = List.copyOf(sources);
    diagnostics = List.copyOf(diagnostics);
  }

  /**
   * Judges texts that make one set: documents of this format as declarations, and objects of
   * Kubernetes and Istio as manifests. Documents of other tools are no finding.
   *
   * @param defaults the values of fields that declarations omit
   * @param overrides the values that replace those of declarations
   * @param options what is known of the manifests; a release that the options leave undeclared is
   *     that of the declarations
   * @throws io.egressalias.declaration.InvalidOverrideException if there are declarations, and the
   *     path of an override selects an item of a list that none of them has
   */
  public static Linting of(
      List<Source> sources, Assumptions defaults, Overrides overrides, LintOptions options) {
    List<Source> declarations = new ArrayList<>();
    List<Source> manifests = new ArrayList<>();
    boolean others = false;
    for (Source source : sources) {
      SourceSplit split = SourceSplit.of(source);
      split.declarations().ifPresent(declarations::add);
      split.manifests().ifPresent(manifests::add);
      others |= split.hasOthers();
    }
    if (declarations.isEmpty() && (others || !manifests.isEmpty())) {
      return new Linting(sources, ManifestLinter.run(manifests, options));
    }
    Compilation compilation =
        Compilation.of(declarations.isEmpty() ? sources : declarations, defaults, overrides);
    List<Diagnostic> found = new ArrayList<>(compilation.diagnostics());
    if (!manifests.isEmpty()) {
      found.addAll(ManifestLinter.run(manifests, withReleases(options, compilation)));
      found.sort(new ReadingOrder(sources));
    }
    return new Linting(sources, found);
  }

  private static LintOptions withReleases(LintOptions options, Compilation compilation) {
    if (compilation.has(Severity.ERROR)) {
      return options;
    }
    Platform said = options.platform();
    for (EgressAliases declaration : compilation.declarations()) {
      Platform declared = declaration.platform();
      Platform.Builder platform = said.toBuilder();
      if (said.istio() instanceof Istio.Undeclared) {
        platform.istio(declared.istio());
      }
      if (declared.dataPlane() == DataPlane.AMBIENT) {
        platform.dataPlane(DataPlane.AMBIENT);
      }
      if (said.kubernetes().isEmpty()) {
        platform.kubernetes(declared.kubernetes());
      }
      said = platform.build();
    }
    return new LintOptions(said, options.complete(), options.namespace());
  }

  /** Returns whether a finding has at least this severity. */
  public boolean has(Severity severity) {
    for (Diagnostic finding : diagnostics) {
      if (finding.severity().compareTo(severity) >= 0) {
        return true;
      }
    }
    return false;
  }
}
