package io.egressalias.benchmark;

import io.egressalias.declaration.DeclarationReader;
import io.egressalias.render.ManifestRenderer;
import io.egressalias.yaml.ManifestYaml;

/** This library, starting from three forms of input. */
final class Ours {
  private Ours() {}

  static String model(Given given) {
    return ManifestYaml.write(ManifestRenderer.render(given.checked()));
  }

  static String checked(Given given) {
    return ManifestYaml.write(ManifestRenderer.render(given.checked().orThrow()));
  }

  static String declaration(Given given) {
    return ManifestYaml.write(
        ManifestRenderer.render(DeclarationReader.read("egress.yaml", given.text())));
  }
}
