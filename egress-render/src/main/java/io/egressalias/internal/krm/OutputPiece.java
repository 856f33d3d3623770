package io.egressalias.internal.krm;

import io.egressalias.render.Manifest;
import io.egressalias.yaml.ManifestYaml;
import java.io.IOException;

/** A part of a text that is created when it is written. */
interface OutputPiece {
  /** An empty text. */
  OutputPiece NONE = new Fixed("");

  void writeTo(Appendable out) throws IOException;

  /** A text that exists already. */
  record Fixed(String text) implements OutputPiece {
    @Override
    public void writeTo(Appendable out) throws IOException {
      out.append(text);
    }
  }

  /** Manifests as documents. */
  record Documents(Iterable<Manifest> manifests) implements OutputPiece {
    @Override
    public void writeTo(Appendable out) throws IOException {
      ManifestYaml.write(manifests, out);
    }
  }
}
