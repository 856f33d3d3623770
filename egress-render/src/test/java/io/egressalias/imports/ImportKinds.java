package io.egressalias.imports;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The kinds of findings, by which cases name rules. */
final class ImportKinds {
  /** The rules whose names differ, because another rule has the name of the kind. */
  private static final Map<Rule, String> OTHERS =
      Map.of(
          Rule.MANIFEST_VARIABLE, "variable",
          Rule.MESH_MUTUAL, "istio-mutual",
          Rule.INFERRED_PLATFORM, "platform");

  private ImportKinds() {}

  static String of(Rule rule) {
    String name = rule.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return OTHERS.getOrDefault(rule, name);
  }

  /** Returns the kinds of the errors and warnings. */
  static Set<String> findings(List<Diagnostic> diagnostics) {
    return kinds(diagnostics, severity -> severity != Severity.INFO);
  }

  /** Returns the kinds of the infos. */
  static Set<String> notes(List<Diagnostic> diagnostics) {
    return kinds(diagnostics, severity -> severity == Severity.INFO);
  }

  private static Set<String> kinds(List<Diagnostic> diagnostics, Predicate<Severity> wanted) {
    return diagnostics.stream()
        .filter(each -> wanted.test(each.severity()))
        .map(each -> of(each.rule()))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
