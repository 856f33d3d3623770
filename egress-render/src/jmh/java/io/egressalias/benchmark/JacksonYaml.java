package io.egressalias.benchmark;

import io.egressalias.render.Manifest;
import io.egressalias.render.ManifestRenderer;
import java.io.StringWriter;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Writes the trees of our renderers with Jackson's YAML generator. */
final class JacksonYaml {
  private static final YAMLMapper MAPPER = new YAMLMapper();

  private JacksonYaml() {}

  static String write(Given given) {
    StringWriter text = new StringWriter();
    try (SequenceWriter documents = MAPPER.writer().writeValues(text)) {
      for (Manifest manifest : ManifestRenderer.render(given.checked())) {
        documents.write(manifest.tree());
      }
    }
    return text.toString();
  }
}
