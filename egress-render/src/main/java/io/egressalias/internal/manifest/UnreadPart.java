package io.egressalias.internal.manifest;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import io.egressalias.diagnostic.SourceLocation;
import io.egressalias.internal.manifest.Placeholders.Kind;
import io.egressalias.internal.manifest.Placeholders.Placeholder;
import io.egressalias.internal.manifest.TemplateText.Sign;
import io.egressalias.internal.text.ReadingProblem;
import io.egressalias.internal.text.Tree.Position;
import io.egressalias.internal.text.YamlDocument;
import io.egressalias.object.KnownKind;
import io.egressalias.object.ObjectId;
import java.util.List;
import java.util.Optional;

/** A part of a stream that cannot be read: a template, text with variables, or a mistake. */
final class UnreadPart {
  private final String source;
  private final YamlDocument part;
  private final ReadingProblem problem;
  private final TemplateText text;

  UnreadPart(String source, YamlDocument part, ReadingProblem problem) {
    this.source = source;
    this.part = part;
    this.problem = problem;
    this.text = new TemplateText(part.text(), part.line());
  }

  Diagnostic finding() {
    Optional<Sign> sign = text.sign();
    if (sign.isPresent()) {
      return finding(
          Rule.TEMPLATE,
          mayMatter() ? Severity.ERROR : Severity.INFO,
          sign.get().position(),
          "expected YAML or JSON, found a template" + ofKind(),
          Unfilled.remedy(part.text()));
    }
    Optional<Placeholder> variable = variable();
    if (variable.isPresent()) {
      Unfilled words = Unfilled.of(variable.get(), source);
      return finding(
          words.rule(), Severity.ERROR, problem.position(), words.message(), words.remedy());
    }
    return finding(
        Rule.NOT_YAML, Severity.ERROR, problem.position(), problem.message(), problem.remedy());
  }

  /** Returns the objects that the part would have, where their names are written. */
  List<ObjectId> refused() {
    String name = text.metadata("name");
    if (name.isEmpty()) {
      return List.of();
    }
    String namespace = text.metadata("namespace");
    return text.kinds().stream()
        .flatMap(kind -> known(kind).stream())
        .map(kind -> kind.id(namespace.isEmpty() ? Optional.empty() : Optional.of(namespace), name))
        .toList();
  }

  private static Optional<KnownKind> known(String kind) {
    for (KnownKind known : KnownKind.values()) {
      if (known.kind().equals(kind)) {
        return Optional.of(known);
      }
    }
    return Optional.empty();
  }

  /** Returns whether an object in the part may belong to an alias. */
  private boolean mayMatter() {
    List<String> kinds = text.kinds();
    if (kinds.isEmpty()) {
      return text.hasKeys();
    }
    for (String kind : kinds) {
      boolean word = kind.chars().allMatch(Character::isLetterOrDigit);
      if (kind.isEmpty() || !word || kind.endsWith("List") || known(kind).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private String ofKind() {
    List<String> kinds = text.kinds();
    return kinds.size() == 1 && known(kinds.get(0)).isPresent()
        ? " of kind `" + kinds.get(0) + "`"
        : "";
  }

  /** A brace after a dollar sign starts a map in flow style, which is a mistake there. */
  private Optional<Placeholder> variable() {
    String line =
        part.text().lines().skip(problem.position().line() - part.line()).findFirst().orElse("");
    return line.contains("${")
        ? Placeholders.in(line.substring(line.indexOf("${")))
            .filter(found -> found.kind() == Kind.VARIABLE)
        : Optional.empty();
  }

  private Diagnostic finding(
      Rule rule, Severity severity, Position position, String message, String remedy) {
    return Diagnostic.of(rule, 0, FieldPath.root(), message, remedy)
        .withSeverity(severity)
        .at(new SourceLocation(source, position.line(), position.column()));
  }
}
