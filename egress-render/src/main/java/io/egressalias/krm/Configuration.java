package io.egressalias.krm;

import io.egressalias.declaration.Assumptions;
import io.egressalias.declaration.DeclarationReader;
import io.egressalias.declaration.Declarations;
import io.egressalias.declaration.Source;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Severity;
import io.egressalias.diagnostic.Validated;
import io.egressalias.render.Manifest;
import io.egressalias.render.ManifestRenderer;
import java.util.List;
import org.snakeyaml.engine.v2.nodes.Node;

/** The configuration of the function: a declaration, or the wish to have objects mended. */
final class Configuration {
  static final String TRANSFORM = "EgressAliasesTransform";

  /** What the lines of findings count from. */
  private static final String NAME = "functionConfig";

  private final boolean mends;
  private final Validated<Declarations> read;

  private Configuration(boolean mends, Validated<Declarations> read) {
    this.mends = mends;
    this.read = read;
  }

  static Configuration of(Node config, Text text) {
    boolean mends = Text.string(config, "kind").filter(TRANSFORM::equals).isPresent();
    String declaration = mends ? "" : text.alone(config);
    return new Configuration(
        mends, DeclarationReader.read(List.of(Source.of(NAME, declaration)), Assumptions.none()));
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

  List<Manifest> manifests() {
    return ManifestRenderer.render(read.value().checked(read.diagnostics()));
  }
}
