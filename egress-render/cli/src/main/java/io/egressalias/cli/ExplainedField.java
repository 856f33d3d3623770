package io.egressalias.cli;

import io.egressalias.cli.usage.WrongArgument;
import io.egressalias.declaration.FieldDescription;
import io.egressalias.declaration.FieldReference;
import io.egressalias.model.EgressAliases;
import java.util.Optional;

/** A field of a declaration, explained in the layout of {@code kubectl explain}. */
final class ExplainedField {
  private ExplainedField() {}

  /**
   * Returns the text for a path.
   *
   * @throws WrongArgument if there is no such field
   */
  static String text(String path) {
    Optional<FieldDescription> field = FieldReference.find(path);
    if (field.isEmpty()) {
      throw new WrongArgument(unknown(path));
    }
    return text(field.get());
  }

  private static String unknown(String path) {
    return "Unknown field: '%s'. %s"
        .formatted(
            path,
            FieldReference.nearest(path)
                .map(nearest -> "Did you mean `" + nearest + "`?")
                .orElse("Start the path with `spec` or `metadata`, as in `spec.aliases.tls`"));
  }

  private static String text(FieldDescription field) {
    StringBuilder text = new StringBuilder();
    text.append("KIND:       ").append(EgressAliases.KIND).append('\n');
    text.append("VERSION:    ").append(EgressAliases.API_VERSION).append("\n\n");
    text.append("FIELD: ").append(heading(field)).append('\n');
    section("DESCRIPTION", field.meaning(), text);
    section("DEFAULT", field.fallback(), text);
    section("ALLOWED", field.allowed(), text);
    section("AVAILABLE IN", field.availability(), text);
    text.append("\nEXAMPLE:\n").append(example(field)).append('\n');
    if (!field.fields().isEmpty()) {
      text.append("\nFIELDS:\n");
      for (FieldDescription inner : field.fields()) {
        text.append("  ").append(heading(inner)).append('\n');
        text.append(Paragraph.wrapped(inner.meaning()).indent(4)).append('\n');
      }
      text.setLength(text.length() - 1);
    }
    return text.toString();
  }

  private static String heading(FieldDescription field) {
    return field.name() + " <" + field.type() + ">" + (field.required() ? " -required-" : "");
  }

  private static String example(FieldDescription field) {
    return "    " + field.name() + ": " + field.example();
  }

  private static void section(String title, String sentences, StringBuilder text) {
    if (!sentences.isEmpty()) {
      text.append('\n').append(title).append(":\n");
      text.append(Paragraph.wrapped(sentences).indent(4));
    }
  }
}
