package io.egressalias.internal.drift;

import io.egressalias.declaration.Assumptions;
import io.egressalias.declaration.DeclarationReader;
import io.egressalias.declaration.Declarations;
import io.egressalias.declaration.Source;
import io.egressalias.diagnostic.SourceLocation;
import io.egressalias.diagnostic.Validated;
import io.egressalias.render.Manifest;
import io.egressalias.render.ManifestRenderer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Aliases that are declared in one line each, from line 6 on. */
record Declared(List<Manifest> manifests, Declarations declarations) {
  private static final String HEADER =
      """
      apiVersion: egressalias.io/v1alpha1
      kind: EgressAliases
      metadata: {name: any}
      spec:
        aliases:
      """;

  static Declared aliases(String... names) {
    String text =
        Stream.of(names)
            .map(
                name ->
                    "  - {name: %s, externalName: %s.example.com,".formatted(name, name)
                        + " ports: [{name: http, port: 80}], tls: {mode: DISABLE}}\n")
            .collect(Collectors.joining("", HEADER, ""));
    Validated<Declarations> read =
        DeclarationReader.read(List.of(Source.of("egress.yaml", text)), Assumptions.none());
    List<Manifest> manifests =
        ManifestRenderer.render(read.map(Declarations::documents)).stream()
            .map(m -> Manifest.of(m.tree(), m.alias(), m.reason(), m.document(), m.index()))
            .toList();
    return new Declared(manifests, read.orThrow());
  }

  SourceLocation place(Manifest manifest) {
    return declarations.locate(manifest.document(), manifest.index());
  }

  Rendered yaml() {
    return Rendered.yaml(manifests, manifest -> "");
  }

  String text() {
    return yaml().text();
  }

  /** Compares by bytes. */
  List<Difference> bytes(String committed) {
    return Comparison.ofBytes(this::place).file("m.yaml", yaml(), Optional.of(committed));
  }

  /** Compares by objects. */
  List<Difference> objects(String committed) {
    return Comparison.ofObjects(this::place).file("m.yaml", yaml(), Optional.of(committed));
  }
}
