package io.egressalias.remedy;

import io.egressalias.remedy.Remedy.Alternative;
import java.util.List;
import java.util.Locale;

/** The remedies that are no change of a declaration, or none that a machine could make. */
final class Manual {
  /** How they begin. */
  private static final List<String> FORMS =
      List.of(
          "add a declaration",
          "add the line",
          "apply ",
          "call the service",
          "declare each target in an alias",
          "fill in the variables",
          "generate the object",
          "keep the declaration",
          "let the client request TLS",
          "move long text",
          "remove the document",
          "remove the file",
          "remove the option",
          "render the template",
          "replace the document",
          "run ",
          "save the file",
          "split ",
          "use `kubectl apply");

  private Manual() {}

  static boolean is(Alternative alternative) {
    String text = alternative.toString().toLowerCase(Locale.ROOT);
    return FORMS.stream().anyMatch(text::startsWith)
        || (alternative.isEdit()
            && alternative.actions().stream().noneMatch(Action::changesSomething));
  }
}
