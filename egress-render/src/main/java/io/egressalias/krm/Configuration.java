package io.egressalias.krm;

import io.egressalias.declaration.Assumptions;
import io.egressalias.declaration.DeclarationReader;
import io.egressalias.declaration.Declarations;
import io.egressalias.declaration.Source;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Severity;
import io.egressalias.diagnostic.Validated;
import io.egressalias.model.EgressAliases;
import io.egressalias.render.AliasMark;
import io.egressalias.render.Manifest;
import io.egressalias.render.ManifestRenderer;
import io.egressalias.text.Tree;
import java.util.List;

/** The configuration of the function: a declaration, or the wish to have objects mended. */
final class Configuration {
  private static final String TRANSFORM = "EgressAliasesTransform";

  /** What the lines of findings count from. */
  private static final String NAME = "functionConfig";

  private final boolean mends;
  private final Validated<Declarations> read;

  private Configuration(boolean mends, Validated<Declarations> read) {
    this.mends = mends;
    this.read = read;
  }

  static Configuration of(Tree config, Text text) {
    boolean mends = mends(config);
    String declaration = mends ? "" : text.alone(config);
    return new Configuration(
        mends, DeclarationReader.read(List.of(Source.of(NAME, declaration)), Assumptions.none()));
  }

  /** Returns whether a document is the wish to have objects mended. */
  static boolean mends(Tree document) {
    return document.textAt("kind").equals(TRANSFORM)
        && document.textAt("apiVersion").equals(EgressAliases.API_VERSION);
  }

  boolean mends() {
    return mends;
  }

  List<Diagnostic> diagnostics() {
    return read.diagnostics();
  }

  boolean failed() {
    return read.has(Severity.ERROR);
  }

  /** Returns the identity of the declaration, which is the only document of its text. */
  String identity() {
    return read.orThrow().identity(0);
  }

  /** Returns what the declaration renders, marked. */
  List<Manifest> manifests() {
    List<Manifest> manifests = ManifestRenderer.render(Declarations.documentsOf(read));
    for (Manifest manifest : manifests) {
      AliasMark.put(manifest, read.orThrow().identity(manifest.document()));
    }
    return manifests;
  }
}
