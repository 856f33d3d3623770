package io.egressalias.diagnostic;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A finding: the rule, the place, the message and the remedy. */
public final class Diagnostic {
  private final Rule rule;
  private final Severity severity;
  private final int document;
  private final FieldPath path;
  private final Optional<SourceLocation> location;
  private final String message;
  private final String remedy;

  private Diagnostic(
      Rule rule,
      Severity severity,
      int document,
      FieldPath path,
      Optional<SourceLocation> location,
      String message,
      String remedy) {
    this.rule = rule;
    this.severity = severity;
    this.document = document;
    this.path = path;
    this.location = location;
    this.message = message;
    this.remedy = remedy;
  }

  /**
   * Returns a finding without a location in a text.
   *
   * @param rule the rule that is broken
   * @param document the index of the declaration in the set, from 0
   * @param path the field in the declaration
   * @param message what was expected and what was found, in one sentence without a full stop; names
   *     and values are in backticks
   * @param remedy what to write instead, in one sentence without a full stop
   */
  public static Diagnostic of(
      Rule rule, int document, FieldPath path, String message, String remedy) {
    return new Diagnostic(rule, rule.severity(), document, path, Optional.empty(), message, remedy);
  }

  /**
   * Returns this finding with another severity.
   *
   * @throws IllegalArgumentException if no finding of the rule can have the severity
   */
  public Diagnostic withSeverity(Severity other) {
    if (!rule.severities().contains(other)) {
      throw new IllegalArgumentException(
          "expected %s for %s, found %s"
              .formatted(rule.severityWords(), rule.code(), other.word()));
    }
    return new Diagnostic(rule, other, document, path, location, message, remedy);
  }

  /** Returns this finding with a location in a text. */
  public Diagnostic at(SourceLocation place) {
    return new Diagnostic(rule, severity, document, path, Optional.of(place), message, remedy);
  }

  /** Returns the rule that is broken. */
  public Rule rule() {
    return rule;
  }

  /** Returns the severity, which is one of those of the rule. */
  public Severity severity() {
    return severity;
  }

  /** Returns the index of the declaration in the set, from 0. */
  public int document() {
    return document;
  }

  /** Returns the field in the declaration. */
  public FieldPath path() {
    return path;
  }

  /** Returns the location in a text; empty if the declaration was not read from a text. */
  public Optional<SourceLocation> location() {
    return location;
  }

  /** Returns what was expected and what was found, in one sentence without a full stop. */
  public String message() {
    return message;
  }

  /** Returns what to write instead, in one sentence without a full stop. */
  public String remedy() {
    return remedy;
  }

  /** Returns the message and the remedy as two sentences, as every report prints them. */
  public String text() {
    return message + ". " + remedy + ".";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Diagnostic that
        && rule == that.rule
        && severity == that.severity
        && document == that.document
        && path.equals(that.path)
        && location.equals(that.location)
        && message.equals(that.message)
        && remedy.equals(that.remedy);
  }

  @Override
  public int hashCode() {
    return Objects.hash(rule, severity, document, path, location, message, remedy);
  }

  /** Returns the finding in one line, as in {@code error EGA0301: spec.aliases[0]: …}. */
  @Override
  public String toString() {
    String place = location.isPresent() ? location.get() + ": " : "";
    String field = path.toString().isEmpty() ? "" : path + ": ";
    return place + severity.word() + " " + rule.code() + ": " + field + text();
  }
}
