package io.egressalias.internal.krm;

import io.egressalias.render.Manifest;
import io.egressalias.yaml.ManifestYaml;
import java.io.IOException;

/** A part of a text, which is made when it is written. */
interface OutputPiece {
  /** Nothing. */
  OutputPiece NONE = new Fixed("");

  void writeTo(Appendable out) throws IOException;

  /** A text that is there already. */
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
