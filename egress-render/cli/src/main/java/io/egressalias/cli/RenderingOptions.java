package io.egressalias.cli;

import io.egressalias.compile.Compilation;
import io.egressalias.internal.files.Failure;
import io.egressalias.internal.files.ManifestContent;
import io.egressalias.render.Manifest;
import io.egressalias.render.ManifestOrder;
import io.egressalias.render.Manifests;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** Options that change the bytes of manifests and are not part of a declaration. */
final class RenderingOptions {
  /** The format of the manifests. */
  enum Format {
    yaml,
    json
  }

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "yaml",
      description =
          "output format: ${COMPLETION-CANDIDATES}. json is one List. Default: ${DEFAULT-VALUE}")
  private Format format = Format.yaml;

  @Option(
      names = "--order",
      paramLabel = "ORDER",
      defaultValue = "apply",
      description = "object order: apply, or its exact reverse, delete. Default: ${DEFAULT-VALUE}")
  private ManifestOrder order = ManifestOrder.APPLY;

  @Option(
      names = "--explain",
      description = "start the document of each object with a comment that gives the reason for it")
  private boolean explain;

  @Option(
      names = "--mark",
      description = "annotate each object with its alias and declaration, for kustomize and kpt")
  private boolean mark;

  private boolean isJson() {
    return format == Format.json;
  }

  /**
   * Refuses options that exclude one another.
   *
   * @param remedy the remedy if each object needs its own file and the format does not allow it
   */
  void check(boolean eachItsOwnFile, String remedy) {
    if (isJson() && eachItsOwnFile) {
      throw new Failure("`--format json` writes one document. " + remedy);
    }
    if (isJson() && explain) {
      throw new Failure("JSON has no comments. Remove `--explain` or `--format json`");
    }
  }

  /** Returns the manifests of a compilation, which are rendered one at a time. */
  Manifests manifests(Compilation compilation) {
    return (mark ? compilation.markedManifests() : compilation.manifests()).in(order);
  }

  /** Returns the text of the manifests of a compilation. */
  ManifestContent content(Compilation compilation) {
    Manifests manifests = manifests(compilation);
    return isJson()
        ? ManifestContent.json(manifests)
        : ManifestContent.yaml(manifests, comment(compilation));
  }

  /** Returns the function that creates the comment of each object. */
  Function<Manifest, String> comment(Compilation compilation) {
    return explain ? compilation::explanation : new NoComment();
  }

  private static final class NoComment implements Function<Manifest, String> {
    @Override
    public String apply(Manifest manifest) {
      return "";
    }
  }
}
