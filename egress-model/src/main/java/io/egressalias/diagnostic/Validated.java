package io.egressalias.diagnostic;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The findings about a value, and the value itself if no finding is an error. A value with errors
 * is not kept, so that it cannot be rendered.
 *
 * @param <T> the type of the value
 */
public final class Validated<T> {
  /** Null if a finding is an error. */
  private final @Nullable T value;

  private final List<Diagnostic> diagnostics;

  private Validated(@Nullable T value, List<Diagnostic> diagnostics) {
    this.value = value;
    this.diagnostics = diagnostics;
  }

  /**
   * Returns a value with all findings about it. If a finding is an error, the value is dropped.
   *
   * @param diagnostics the findings, in the order of their places
   */
  public static <T> Validated<T> of(T value, List<Diagnostic> diagnostics) {
    List<Diagnostic> found = List.copyOf(diagnostics);
    return new Validated<>(has(found, Severity.ERROR) ? null : value, found);
  }

  /** Returns all findings, errors and others, in the order of their places. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /** Returns whether a finding has at least this severity. */
  public boolean has(Severity severity) {
    return has(diagnostics, severity);
  }

  private static boolean has(List<Diagnostic> diagnostics, Severity severity) {
    for (Diagnostic diagnostic : diagnostics) {
      if (diagnostic.severity().compareTo(severity) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Returns the value; empty if a finding is an error. */
  public Optional<T> valid() {
    return Optional.ofNullable(value);
  }

  /**
   * Returns the value.
   *
   * @throws InvalidDeclarationException if a finding is an error; it carries all findings
   */
  public T orThrow() {
    if (value == null) {
      throw new InvalidDeclarationException(diagnostics);
    }
    return value;
  }

  /** Applies a function to the value and keeps the findings. */
  public <R> Validated<R> map(Function<? super T, ? extends R> function) {
    return new Validated<>(value == null ? null : function.apply(value), diagnostics);
  }

  /** Returns the value, if present, and the findings. */
  @Override
  public String toString() {
    return "Validated[value="
        + (value == null ? "none" : value)
        + ", diagnostics="
        + diagnostics
        + "]";
  }
}
