package io.egressalias.declaration;

import io.egressalias.declaration.FieldSchema.Word;
import io.egressalias.diagnostic.Rule;
import io.egressalias.internal.text.Tree.Scalar;
import java.util.Optional;

/** Makes the remedy for a value that is not one of the allowed words of a field. */
final class WordMessages {
  private static final String ISTIO_MUTUAL = "ISTIO_MUTUAL";

  private WordMessages() {}

  /**
   * Returns the broken rule: {@code ISTIO_MUTUAL}, which no external service supports, has its own.
   */
  static Rule rule(Scalar found) {
    return found.text().equals(ISTIO_MUTUAL) ? Rule.ISTIO_MUTUAL : Rule.UNKNOWN_WORD;
  }

  static String remedy(String key, Scalar found, Word shape) {
    if (found.text().equals(ISTIO_MUTUAL)) {
      return "Write `mode: DISABLE` if the workload itself encrypts the traffic or unencrypted traffic is"
          + " intended, or write `mode: SIMPLE` and `sni: api.example.com`, with the name in the server's"
          + " certificate, to originate TLS";
    }
    Optional<String> nearest =
        shape.words().size() == 1
            ? Optional.of(shape.words().get(0))
            : Suggestions.of(found.text(), shape.words());
    return nearest
        .map(word -> "Write `" + key + ": " + word + "`")
        .orElseGet(() -> "Write one of `" + String.join("`, `", shape.words()) + "`");
  }
}
