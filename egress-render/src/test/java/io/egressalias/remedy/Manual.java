package io.egressalias.remedy;

import io.egressalias.remedy.Remedy.Alternative;
import java.util.List;

/** The remedies that are no change of a declaration, or none that a machine could make. */
final class Manual {
  /** How they begin. */
  private static final List<String> FORMS =
      List.of(
          "apply with",
          "apply the objects",
          "call that service",
          "call the service",
          "divide",
          "keep the declaration",
          "leave it so",
          "let the client",
          "let kustomize or kpt",
          "save the file",
          "split");

  private Manual() {}

  static boolean is(Alternative alternative) {
    String text = alternative.toString();
    return FORMS.stream().anyMatch(text::startsWith);
  }
}
