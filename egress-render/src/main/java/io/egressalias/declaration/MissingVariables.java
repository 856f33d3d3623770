package io.egressalias.declaration;

import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.internal.text.Suggestions;
import io.egressalias.internal.text.Tree;
import io.egressalias.internal.text.Tree.Scalar;
import io.egressalias.internal.text.VariableName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reports variables of a document that have no value. */
final class MissingVariables {
  /** The most characters that variables may add to texts with several parts. */
  private static final int MOST = Limits.BYTES;

  private final DocumentFindings findings;
  private final OptionStyle style;
  private final Set<FieldPath> paths = new HashSet<>();
  private final List<Missing> found = new ArrayList<>();
  private int added;

  /** A finding about a value. */
  private record Missing(Rule rule, FieldPath path, Scalar scalar, String message, String remedy) {}

  MissingVariables(DocumentFindings findings, OptionStyle style) {
    this.findings = findings;
    this.style = style;
  }

  /** Reports them in a declaration, except those of values that it no longer has. */
  void report(Tree declaration) {
    for (Missing each : found) {
      Tree scalar = each.scalar();
      if (Locator.value(declaration, each.path()) == scalar) {
        paths.add(each.path());
        findings.add(each.rule(), each.path(), scalar.position(), each.message(), each.remedy());
      }
    }
  }

  /** Returns whether a finding reports the variables of the value at a path. */
  boolean at(FieldPath path) {
    return paths.contains(path);
  }

  /**
   * Adds a part of a value.
   *
   * @param known the names of the variables that have a value
   */
  void add(VariableReference part, Scalar scalar, FieldPath path, Set<String> known) {
    switch (part.kind()) {
      case NO_NAME, NOT_CLOSED ->
          add(Rule.VARIABLE, path, scalar, malformed(part), correction(part));
      default -> {
        String name = Quoted.shortened(part.name());
        String remedy = style.giving(name, example(part, scalar, path));
        Optional<String> close = close(part.name(), known);
        add(
            Rule.VARIABLE,
            path,
            scalar,
            "the variable `" + name + "` has no value",
            close.isPresent() ? "Write `${" + close.get() + "}`, or a" + remedy : "A" + remedy);
      }
    }
  }

  /** A long name is no misspelt one, and a comparison needs quadratic time for it. */
  private static Optional<String> close(String name, Set<String> known) {
    return name.length() > 100 ? Optional.empty() : Suggestions.of(name, known);
  }

  /** Returns whether another value fits; values that are too long together are a finding. */
  boolean fits(String value, Scalar scalar, FieldPath path) {
    if (value.length() <= MOST - added) {
      added += value.length();
      return true;
    }
    add(
        Rule.LIMIT,
        path,
        scalar,
        "expected values of variables of at most %s MiB, found more".formatted(MOST / 1024 / 1024),
        "Shorten the values of the variables");
    return false;
  }

  private void add(Rule rule, FieldPath path, Scalar scalar, String message, String remedy) {
    found.add(new Missing(rule, path, scalar, message, remedy));
  }

  private static String malformed(VariableReference part) {
    String found = Quoted.shortened(part.name());
    if (part.kind() == VariableReference.Kind.NOT_CLOSED) {
      return "expected `}` after the name of a variable, found `${" + found + "`";
    }
    return plainName(part.name()).isEmpty()
        ? "expected the name of a variable in `${}`, found `" + found + "`"
        : "a default value of a variable is not supported, found `${" + found + "}`";
  }

  private static String correction(VariableReference part) {
    String name = plainName(part.name());
    return "Write a variable such as `${"
        + (name.isEmpty() ? "HOST" : Quoted.shortened(name))
        + "}`, or write `$${` for the text `${`";
  }

  /** Returns the name before a default value, as in {@code NAME:-value}; empty: none. */
  private static String plainName(String text) {
    int end = 0;
    while (end < text.length() && ":-+?=".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    String name = text.substring(0, end);
    return VariableName.is(name) ? name : "";
  }

  /** Returns an example of a value, as in an env file. */
  private static String example(VariableReference part, Scalar scalar, FieldPath path) {
    if (part.isAllOf(scalar.text())) {
      String line = Level.example(path).orElse("");
      String value = line.substring(line.indexOf(": ") < 0 ? 0 : line.indexOf(": ") + 2);
      if (!value.isEmpty() && "[{".indexOf(value.charAt(0)) < 0) {
        return value;
      }
    }
    return "value";
  }
}
