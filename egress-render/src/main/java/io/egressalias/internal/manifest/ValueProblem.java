package io.egressalias.internal.manifest;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import io.egressalias.diagnostic.SourceLocation;
import io.egressalias.internal.manifest.Shape.Leaf;
import io.egressalias.internal.text.Tree;
import io.egressalias.internal.text.Tree.Mapping;
import io.egressalias.internal.text.Tree.Position;
import io.egressalias.internal.text.Tree.Scalar;

/**
 * A problem with a value of an object.
 *
 * @param path the field
 * @param position the position of the value, or of the key
 */
record ValueProblem(
    Rule rule,
    Severity severity,
    FieldPath path,
    Position position,
    String message,
    String remedy) {

  /** A key is repeated. */
  static ValueProblem repeated(FieldPath path, Scalar key) {
    return new ValueProblem(
        Rule.REPEATED_KEY,
        Severity.WARNING,
        path,
        key.position(),
        "the key `%s` is repeated, and kubectl reads its last value"
            .formatted(Quoted.shortened(key.text())),
        "Remove all but the last of these keys");
  }

  /** A number has another value for other readers of YAML. */
  static ValueProblem disputed(FieldPath path, Scalar number, KubectlScalar read) {
    return new ValueProblem(
        Rule.AMBIGUOUS_SCALAR,
        Severity.WARNING,
        path,
        number.position(),
        "kubectl reads the number `%s` as %s, and other tools may not"
            .formatted(Quoted.shortened(number.text()), read.text()),
        "Write `" + read.text() + "`");
  }

  /** A scalar without quotes looks like text, but is a boolean or a number. */
  static ValueProblem noText(FieldPath path, Scalar scalar, KubectlScalar read) {
    return new ValueProblem(
        Rule.AMBIGUOUS_SCALAR,
        Severity.ERROR,
        path,
        scalar.position(),
        "expected text, but kubectl reads `%s` without quotes as the %s `%s`"
            .formatted(
                Quoted.shortened(scalar.text()),
                read.type() == KubectlScalar.Type.FLAG ? "boolean" : "number",
                read.text()),
        "Write `\"" + Quoted.shortened(scalar.text()) + "\"`");
  }

  /** A value has another type than its field. */
  static ValueProblem wrongType(FieldPath path, Tree value, Leaf expected) {
    String words = expected(expected);
    return malformed(path, value, words, remedy(value, expected, words));
  }

  /** A value is no map, or no list. */
  static ValueProblem noCollection(FieldPath path, Tree value, String expected) {
    return malformed(path, value, expected, "Write " + expected + ", or remove the field");
  }

  /** A value has a variable or a template in it. */
  static ValueProblem unfilled(FieldPath path, Scalar value, Unfilled words) {
    return new ValueProblem(
        words.rule(), Severity.ERROR, path, value.position(), words.message(), words.remedy());
  }

  /** Returns whether the value is one that another tool fills in. */
  boolean isUnfilled() {
    return rule == Rule.MANIFEST_VARIABLE || rule == Rule.TEMPLATE;
  }

  /** Returns the finding. */
  Diagnostic in(String source) {
    return Diagnostic.of(rule, 0, path, message, remedy)
        .withSeverity(severity)
        .at(new SourceLocation(source, position.line(), position.column()));
  }

  private static ValueProblem malformed(
      FieldPath path, Tree value, String expected, String remedy) {
    return new ValueProblem(
        Rule.MALFORMED,
        Severity.ERROR,
        path,
        value.position(),
        "expected " + expected + ", found " + value.found(),
        remedy);
  }

  private static String remedy(Tree value, Leaf expected, String words) {
    if (expected == Leaf.FLAG) {
      return "Write `true` or `false` without quotes";
    }
    if (value instanceof Scalar scalar && expected != Leaf.WHOLE) {
      return "Quote the value: `\"" + Quoted.shortened(scalar.text()) + "\"`";
    }
    return value instanceof Mapping
        ? "Write " + words + ", and quote text that starts with `{`"
        : "Write " + words;
  }

  private static String expected(Leaf leaf) {
    return switch (leaf) {
      case TEXT, NOTE, ANY -> "text";
      case WHOLE -> "a whole number";
      case TEXT_OR_WHOLE -> "a whole number or text";
      case FLAG -> "a boolean";
    };
  }
}
