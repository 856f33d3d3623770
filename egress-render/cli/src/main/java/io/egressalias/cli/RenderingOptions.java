package io.egressalias.cli;

import io.egressalias.declaration.Declarations;
import io.egressalias.diagnostic.Validated;
import io.egressalias.files.Failure;
import io.egressalias.render.AliasMark;
import io.egressalias.render.Manifest;
import io.egressalias.render.ManifestOrder;
import io.egressalias.render.ManifestRenderer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** How manifests are written: what changes their bytes and is not declared. */
final class RenderingOptions {
  /** How manifests are written. */
  enum Format {
    yaml,
    json
  }

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "yaml",
      description = "${COMPLETION-CANDIDATES}; json is one List. Default: ${DEFAULT-VALUE}")
  private Format format = Format.yaml;

  @Option(
      names = "--order",
      paramLabel = "ORDER",
      defaultValue = "apply",
      description = "apply or delete, its exact reverse. Default: ${DEFAULT-VALUE}")
  private ManifestOrder order = ManifestOrder.APPLY;

  @Option(
      names = "--explain",
      description = "write above each object, as a comment, why it is there")
  private boolean explain;

  @Option(
      names = "--mark",
      description = "annotate each object with its alias and declaration, for kustomize and kpt")
  private boolean mark;

  boolean isJson() {
    return format == Format.json;
  }

  /**
   * Refuses options that exclude one another.
   *
   * @param remedy what to do where each object is to have a file of its own and cannot
   */
  void check(boolean eachItsOwnFile, String remedy) {
    if (isJson() && eachItsOwnFile) {
      throw new Failure("`--format json` is one document. " + remedy);
    }
    if (isJson() && explain) {
      throw new Failure("JSON has no comments. Leave out `--explain` or `--format json`");
    }
  }

  boolean isReversed() {
    return order == ManifestOrder.DELETE;
  }

  List<Manifest> render(Validated<Declarations> read) {
    List<Manifest> manifests = new ArrayList<>();
    render(read, manifests::add);
    return order.arrange(manifests);
  }

  /** Renders one manifest after another, in the order in which they are to be applied. */
  void render(Validated<Declarations> read, Consumer<Manifest> out) {
    ManifestRenderer.render(
        Declarations.documentsOf(read),
        manifest -> {
          if (mark) {
            AliasMark.put(manifest, read.orThrow().identity(manifest.document()));
          }
          out.accept(manifest);
        });
  }

  /** Returns what stands above each object, as a comment. */
  Function<Manifest, String> comment(Declarations declarations) {
    return manifest -> explain ? explanation(manifest, declarations) : "";
  }

  private static String explanation(Manifest manifest, Declarations declarations) {
    return "%s of the alias %s (%s): %s."
        .formatted(
            manifest.kind(),
            manifest.alias().name(),
            declarations.locate(manifest.document(), manifest.path()),
            manifest.reason());
  }
}
