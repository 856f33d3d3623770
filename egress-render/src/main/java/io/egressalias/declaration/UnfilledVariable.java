package io.egressalias.declaration;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.FieldPath.Step;
import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import io.egressalias.internal.text.ReadingProblem;
import io.egressalias.internal.text.Tree;
import io.egressalias.internal.text.Tree.Scalar;
import io.egressalias.internal.text.YamlDocument;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A variable of a template in a text that a rule refuses. The finding then explains how to fill in
 * the variable, because a remedy for the text itself would lead away from the cause.
 *
 * @param text the variable as it is written
 * @param kind how it is written
 */
record UnfilledVariable(String text, Kind kind) {

  /** How a variable is written. */
  private enum Kind {
    /** With a name in braces: options of the command fill it in. */
    BRACES("\\$\\{[A-Za-z_]\\w*}"),
    /** Otherwise as in a shell: {@code envsubst} fills it in. */
    SHELL("\\$\\{[^}]*}|\\$[A-Za-z_]\\w*"),
    /** As in a chart of Helm. */
    TEMPLATE("\\{\\{.*?}}"),
    /** As in a pipeline, or in a text for a person. */
    OTHER(
        "\\$\\([^)]*\\)|\\$\\[[^\\]]*]|<[A-Za-z][\\w .-]*>|%[A-Za-z_]\\w*%|__[A-Za-z]\\w*?__"
            + "|@[A-Za-z][\\w.-]*@|#\\{[^}]*}#?");

    private final Pattern pattern;

    Kind(String pattern) {
      this.pattern = Pattern.compile(pattern);
    }
  }

  /** Compiled only for a finding that may have a variable as its cause. */
  private static final class Patterns {
    /** A line that starts with an action of a template, which is not YAML. */
    static final Pattern ACTION = Pattern.compile("(?m)^[ \\t]*(?:- )?(\\{\\{.*?}})");

    /** Names of files that need no quotes in a shell. */
    static final Pattern FILE = Pattern.compile("[A-Za-z0-9_./][A-Za-z0-9_./-]*\\.ya?ml");

    private Patterns() {}
  }

  /** A longer text is no name or number, and a pattern needs quadratic time for it. */
  private static final int LONGEST_TEXT = 1000;

  private static final String USUAL_FILE = "egress.yaml";

  /** Explains a finding about a value with a variable; returns other findings as they are. */
  static Diagnostic explained(Diagnostic finding, Tree document, Variables variables) {
    if (finding.severity() != Severity.ERROR
        || finding.path().steps().isEmpty()
        || finding.rule() == Rule.VARIABLE) {
      return finding;
    }
    Optional<UnfilledVariable> variable = at(finding.path(), document, variables);
    if (variable.isEmpty()) {
      return finding;
    }
    Diagnostic explained =
        Diagnostic.of(
                finding.rule(),
                finding.document(),
                finding.path(),
                variable.get().message(),
                variable.get().remedy(variables, Level.example(finding.path())))
            .withSeverity(finding.severity());
    return finding.location().map(explained::at).orElse(explained);
  }

  private static Optional<UnfilledVariable> at(FieldPath path, Tree document, Variables variables) {
    Optional<UnfilledVariable> inValue =
        Locator.value(document, path) instanceof Scalar scalar && !variables.made(path)
            ? in(scalar.text())
            : Optional.empty();
    List<Step> steps = path.steps();
    return inValue.isEmpty() && steps.get(steps.size() - 1) instanceof Step.Key key
        ? in(key.key()).map(UnfilledVariable::notInValue)
        : inValue;
  }

  /** Options fill in the values of a declaration, and neither its keys nor its syntax. */
  private UnfilledVariable notInValue() {
    return kind == Kind.BRACES ? new UnfilledVariable(text, Kind.SHELL) : this;
  }

  /**
   * Explains a syntax error that a variable causes; returns other problems as they are.
   *
   * @param filling whether variables are filled in
   */
  static ReadingProblem explained(
      ReadingProblem problem, YamlDocument chunk, Variables variables, boolean filling) {
    if (problem.rule() != Rule.SYNTAX) {
      return problem;
    }
    Optional<ReadingProblem> unquoted = UnquotedVariable.explained(problem, line(problem, chunk));
    if (unquoted.isPresent()) {
      return unquoted.get();
    }
    Matcher action = Patterns.ACTION.matcher(chunk.text());
    Optional<UnfilledVariable> variable =
        action.find()
            ? Optional.of(new UnfilledVariable(action.group(1), Kind.TEMPLATE))
            : in(line(problem, chunk))
                .filter(found -> explains(found.kind(), filling))
                .map(UnfilledVariable::notInValue);
    return variable.isEmpty()
        ? problem
        : new ReadingProblem(
            problem.rule(),
            problem.position(),
            variable.get().message(),
            variable.get().remedy(variables, Optional.empty()));
  }

  private static boolean explains(Kind kind, boolean filling) {
    return kind == Kind.TEMPLATE || (kind != Kind.OTHER && !filling);
  }

  private static String line(ReadingProblem problem, YamlDocument chunk) {
    int before = Math.max(0, problem.position().line() - chunk.line());
    return chunk.text().lines().skip(before).findFirst().orElse("");
  }

  private static Optional<UnfilledVariable> in(String text) {
    String start = text.substring(0, Math.min(LONGEST_TEXT, text.length()));
    for (Kind kind : Kind.values()) {
      Matcher matcher = kind.pattern.matcher(start);
      if (matcher.find()) {
        return Optional.of(new UnfilledVariable(matcher.group(), kind));
      }
    }
    return Optional.empty();
  }

  private String message() {
    String shown = "`" + Quoted.shortened(text) + "`";
    return kind == Kind.TEMPLATE
        ? "the template is not rendered, found " + shown
        : "the variable " + shown + " is not filled in";
  }

  private String remedy(Variables variables, Optional<String> example) {
    String file = variables.file();
    String name = Patterns.FILE.matcher(file).matches() ? file : USUAL_FILE;
    return switch (kind) {
      case BRACES -> variables.style().filling(name);
      case SHELL ->
          "Fill in the variables first, as in `envsubst < " + name + " | egress render -`";
      case TEMPLATE ->
          "Render the template first, as in `helm template . --show-only templates/"
              + name.substring(name.lastIndexOf('/') + 1)
              + " | egress render -`";
      case OTHER ->
          "Replace `"
              + Quoted.shortened(text)
              + "` with the value"
              + example.map(line -> ", such as `" + line + "`").orElse("");
    };
  }
}
