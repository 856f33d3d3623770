package io.egressalias.declaration;

import io.egressalias.diagnostic.Quoted;
import io.egressalias.internal.text.ReadingProblem;
import java.util.Optional;

/**
 * A variable without quotes in a flow map or flow list, as in <code>{port: ${PORT}}</code>. Its
 * brace starts a map there, which is a syntax error.
 */
final class UnquotedVariable {
  /** Characters that end a plain scalar in flow style, and those around a value in quotes. */
  private static final String ENDS = " \t,[]{}\"'";

  private UnquotedVariable() {}

  /**
   * Returns a syntax error with the remedy to quote the variable; empty: the error has another
   * cause.
   *
   * @param line the line of the error
   */
  static Optional<ReadingProblem> explained(ReadingProblem problem, String line) {
    int brace = line.offsetByCodePoints(0, columns(problem, line));
    if (brace == 0 || !line.startsWith("${", brace - 1)) {
      return Optional.empty();
    }
    VariableReference variable = VariableReference.next(line, brace - 1);
    if (variable == null || variable.kind() != VariableReference.Kind.VARIABLE) {
      return Optional.empty();
    }
    String shown = Quoted.shortened(line.substring(variable.start(), variable.end()));
    return Optional.of(
        new ReadingProblem(
            problem.rule(),
            problem.position(),
            "the variable `" + shown + "` is not in quotes between `{ }` or `[ ]`",
            "Quote the value, as in `\"" + Quoted.shortened(value(line, variable)) + "\"`"));
  }

  private static int columns(ReadingProblem problem, String line) {
    return Math.min(problem.position().column() - 1, line.codePointCount(0, line.length()));
  }

  /** Returns the scalar around a variable. */
  private static String value(String line, VariableReference variable) {
    int start = variable.start();
    while (start > 0 && ENDS.indexOf(line.charAt(start - 1)) < 0) {
      start--;
    }
    int end = variable.end();
    while (end < line.length() && (ENDS.indexOf(line.charAt(end)) < 0 || isNext(line, end))) {
      VariableReference next = isNext(line, end) ? VariableReference.next(line, end - 1) : null;
      end = next == null ? end + 1 : next.end();
    }
    boolean key = line.charAt(end - 1) == ':';
    return line.substring(start, key ? end - 1 : end);
  }

  private static boolean isNext(String line, int brace) {
    return line.startsWith("${", brace - 1);
  }
}
