package io.egressalias.remedy;

import static java.util.function.Predicate.isEqual;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.FieldPath.Step;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import io.egressalias.diagnostic.SourceLocation;
import io.egressalias.internal.text.Tree;
import io.egressalias.remedy.Outcome.Kind;
import io.egressalias.remedy.Remedy.Alternative;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A text whose findings are put right one by one, each by itself.
 *
 * @param text of the file
 * @param findings what is found in the file
 * @param right what the rule shows as right, written by {@link Trees}; empty: nothing is shown
 * @param reader finds what is wrong in a text
 */
record Trial(
    String text,
    List<Diagnostic> findings,
    String right,
    Function<String, List<Diagnostic>> reader) {

  /** Puts one finding right in one way. */
  Outcome outcome(Diagnostic finding, Alternative alternative) {
    List<Tree> documents = Trees.read(text).orElse(List.of());
    if (documents.isEmpty()) {
      return new Outcome(Kind.TEXT, "");
    }
    List<Diagnostic> before = reader.apply(Trees.write(documents));
    if (count(before, finding) < count(findings, finding)) {
      return new Outcome(Kind.TEXT, "");
    }
    if (Manual.is(alternative)) {
      return new Outcome(Kind.MANUAL, "");
    }
    return alternative.isEdit()
        ? outcome(finding, alternative, documents, before)
        : Outcome.failed("the harness applies no such verb");
  }

  private Outcome outcome(
      Diagnostic finding, Alternative alternative, List<Tree> documents, List<Diagnostic> before) {
    int number = number(finding, documents);
    List<Tree> results =
        editor(finding, documents, number).apply(documents.get(number), alternative);
    Outcome outcome = Outcome.failed("nothing to type, or no place for it");
    for (Tree result : results) {
      outcome = judged(finding, before, Trees.write(with(documents, number, result)));
      if (alternative.isChoice() != (outcome.kind() == Kind.FAILED)) {
        return outcome;
      }
    }
    return outcome;
  }

  private Outcome judged(Diagnostic finding, List<Diagnostic> before, String changed) {
    List<Diagnostic> after = reader.apply(changed);
    Set<String> worse = new TreeSet<>();
    for (Diagnostic each : after) {
      if (each.severity() == Severity.ERROR
          && ofRule(after, each.rule()) > ofRule(before, each.rule())) {
        worse.add(each.rule().code());
      }
    }
    if (!worse.isEmpty()) {
      return Outcome.failed("the result has " + String.join(", ", worse));
    }
    if (count(after, finding) >= count(before, finding)) {
      return Outcome.failed("the finding remains");
    }
    return new Outcome(changed.equals(right) ? Kind.RIGHT : Kind.ACCEPTED, "");
  }

  /** Counts findings such as one; what is good to know is another thing in other words. */
  private static long count(List<Diagnostic> findings, Diagnostic finding) {
    return finding.severity() == Severity.INFO
        ? findings.stream().map(Diagnostic::message).filter(isEqual(finding.message())).count()
        : ofRule(findings, finding.rule());
  }

  private static long ofRule(List<Diagnostic> findings, Rule rule) {
    return findings.stream().map(Diagnostic::rule).filter(isEqual(rule)).count();
  }

  private Editor editor(Diagnostic finding, List<Tree> documents, int number) {
    List<Step> root = FunctionPaths.root(documents.get(number), finding.path());
    List<Step> path = FunctionPaths.absolute(root, finding.path());
    return new Editor(
        new Places(
            root,
            path,
            (changed, place) ->
                reader.apply(Trees.write(with(documents, number, changed))).stream()
                    .noneMatch(
                        each ->
                            each.rule() == Rule.UNKNOWN_KEY
                                && each.path().equals(new FieldPath(place)))));
  }

  /** Returns which document a finding is in: the last one that begins before it. */
  private static int number(Diagnostic finding, List<Tree> documents) {
    int line = finding.location().map(SourceLocation::line).orElse(1);
    int number = 0;
    for (int i = 0; i < documents.size(); i++) {
      if (documents.get(i).position().line() <= line) {
        number = i;
      }
    }
    return number;
  }

  private static List<Tree> with(List<Tree> documents, int number, Tree changed) {
    List<Tree> all = new ArrayList<>(documents);
    all.set(number, changed);
    return all;
  }
}
