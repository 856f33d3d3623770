package io.egressalias.diagnostic;

import java.util.Optional;

/**
 * A finding.
 *
 * @param rule which rule it is of
 * @param document which declaration of the set it is in, from 0
 * @param path where in the declaration
 * @param location where in the text; empty where there is none
 * @param message what was expected and what was found, in one sentence without a full stop; names
 *     and values stand in backticks
 * @param remedy what to write instead, in one sentence without a full stop
 */
public record Diagnostic(
    Rule rule,
    int document,
    FieldPath path,
    Optional<SourceLocation> location,
    String message,
    String remedy) {

  /** Returns a finding that has no place in a text. */
  public static Diagnostic of(
      Rule rule, int document, FieldPath path, String message, String remedy) {
    return new Diagnostic(rule, document, path, Optional.empty(), message, remedy);
  }

  /** Returns what the finding asks of the user. */
  public Severity severity() {
    return rule.severity();
  }

  /** Returns this finding with a place in a text. */
  public Diagnostic at(SourceLocation place) {
    return new Diagnostic(rule, document, path, Optional.of(place), message, remedy);
  }

  /** Returns the finding in one line, as in {@code error EGA0301: … (spec.aliases[0])}. */
  @Override
  public String toString() {
    String place = location.isPresent() ? location.get() + ": " : "";
    String what = severity().word() + " " + rule.code() + ": " + message;
    return place + what + " (" + path + "); " + remedy;
  }
}
