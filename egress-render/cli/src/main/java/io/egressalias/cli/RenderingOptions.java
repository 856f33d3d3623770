package io.egressalias.cli;

import io.egressalias.cli.usage.Arguments;
import io.egressalias.cli.usage.Option;
import io.egressalias.compile.Compilation;
import io.egressalias.internal.files.Failure;
import io.egressalias.internal.files.ManifestContent;
import io.egressalias.render.Manifest;
import io.egressalias.render.ManifestOrder;
import io.egressalias.render.Manifests;
import java.util.List;
import java.util.function.Function;

/**
 * Options that change the bytes of manifests and are not part of a declaration.
 *
 * @param isJson whether the output is a List in JSON, and not YAML
 * @param explain whether a comment gives the reason for each object
 * @param mark whether each object is annotated with its alias and declaration
 */
record RenderingOptions(boolean isJson, ManifestOrder order, boolean explain, boolean mark) {
  private static final Option FORMAT =
      Option.word(
          "--format",
          "FORMAT",
          List.of("yaml", "json"),
          "output format: ${COMPLETION-CANDIDATES}. json is one List. Default: ${DEFAULT-VALUE}");

  private static final Option ORDER =
      Option.word(
          "--order",
          "ORDER",
          List.of("apply", "delete"),
          "object order: apply, or its exact reverse, delete. Default: ${DEFAULT-VALUE}");

  private static final Option EXPLAIN =
      Option.flag(
          "--explain",
          "start the document of each object with a comment that gives the reason for it");

  private static final Option MARK =
      Option.flag(
          "--mark", "annotate each object with its alias and declaration, for kustomize and kpt");

  static final List<Option> ALL = List.of(FORMAT, ORDER, EXPLAIN, MARK);

  static RenderingOptions of(Arguments arguments) {
    return new RenderingOptions(
        arguments.word(FORMAT).equals("json"),
        arguments.word(ORDER).equals("apply") ? ManifestOrder.APPLY : ManifestOrder.DELETE,
        arguments.has(EXPLAIN),
        arguments.has(MARK));
  }

  /**
   * Refuses options that exclude one another.
   *
   * @param remedy the remedy if each object needs its own file and the format does not allow it
   */
  void check(boolean eachItsOwnFile, String remedy) {
    if (isJson && eachItsOwnFile) {
      throw new Failure("`--format json` writes one document. " + remedy);
    }
    if (isJson && explain) {
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
    return isJson
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
