package io.egressalias.declaration;

import io.egressalias.declaration.FieldSchema.Word;
import io.egressalias.diagnostic.Rule;
import io.egressalias.internal.text.Tree.Scalar;
import java.util.Optional;

/** Creates the message and the remedy for a word that a field does not allow. */
final class WordMessages {
  private static final String ISTIO_MUTUAL = "ISTIO_MUTUAL";

  private WordMessages() {}

  /**
   * Returns the broken rule: {@code ISTIO_MUTUAL}, which no external service supports, has its own.
   */
  static Rule rule(Scalar found) {
    return found.text().equals(ISTIO_MUTUAL) ? Rule.ISTIO_MUTUAL : Rule.UNKNOWN_WORD;
  }

  static String remedy(Scalar found, Word shape) {
    if (found.text().equals(ISTIO_MUTUAL)) {
      return "Write `DISABLE` where the workload encrypts by itself or not at all, `SIMPLE` to"
          + " originate TLS: the external service is not part of the mesh and cannot take part in"
          + " Istio's mutual TLS";
    }
    Optional<String> nearest =
        shape.words().size() == 1
            ? Optional.of(shape.words().get(0))
            : Suggestions.of(found.text(), shape.words());
    return nearest.map(word -> "Write `" + word + "`").orElse("Write one of these words");
  }
}
