package io.egressalias.judge;

import io.egressalias.check.Checks;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import io.egressalias.diagnostic.Validated;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.EgressAliases;
import io.egressalias.model.Platform;
import io.egressalias.render.Manifest;
import io.egressalias.render.ManifestRenderer;
import io.egressalias.render.UncheckedRendering;
import io.egressalias.yaml.ManifestYaml;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A set of declarations, our findings, and the rendered manifests.
 *
 * @param origin how it was generated: drawn, or by which mutation
 * @param manifests empty if an error prevents rendering
 */
record Candidate(
    String origin, List<EgressAliases> set, List<Diagnostic> findings, List<Manifest> manifests) {

  private static final String DRAWN = "drawn";
  private static final Pattern ALIAS = Pattern.compile("spec\\.aliases\\[([0-9]+)\\]");

  static Candidate drawn(List<EgressAliases> set) {
    return of(DRAWN, set);
  }

  static Candidate of(String origin, List<EgressAliases> set) {
    Validated<List<EgressAliases>> checked = Checks.validate(set);
    List<Manifest> manifests =
        checked.has(Severity.ERROR) ? rendered(set) : ManifestRenderer.render(checked);
    return new Candidate(origin, set, checked.diagnostics(), manifests);
  }

  /** A malformed address has no family, so there is no Service to check. */
  private static List<Manifest> rendered(List<EgressAliases> set) {
    try {
      return UncheckedRendering.render(set);
    } catch (NoSuchElementException e) {
      return List.of();
    }
  }

  /** Whether it is not a mutation. */
  boolean isDrawn() {
    return origin.equals(DRAWN);
  }

  boolean isAccepted() {
    return errors().isEmpty();
  }

  Set<Rule> rules() {
    return findings.stream()
        .map(Diagnostic::rule)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Rule.class)));
  }

  Set<Rule> errors() {
    return findings.stream()
        .filter(found -> found.severity() == Severity.ERROR)
        .map(Diagnostic::rule)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Rule.class)));
  }

  /** The name of the alias that one of our findings is about. */
  String aliasOf(Diagnostic found) {
    Matcher index = ALIAS.matcher(found.path().toString());
    return index.lookingAt()
        ? set.get(found.document()).aliases().get(Integer.parseInt(index.group(1))).name()
        : "";
  }

  /** The cluster that the set is for; each set is drawn for one. */
  Platform platform() {
    return set.get(0).platform();
  }

  /** The identities of the aliases in a cluster. */
  Set<String> identities() {
    Set<String> identities = new HashSet<>();
    for (EgressAliases declaration : set) {
      for (EgressAlias alias : declaration.aliases()) {
        identities.add(declaration.resolve(alias).effectiveNamespace() + "/" + alias.name());
      }
    }
    return identities;
  }

  String yaml() {
    return ManifestYaml.write(manifests);
  }

  @Override
  public String toString() {
    String said = findings.stream().map(d -> d.rule() + " " + d.path()).toList().toString();
    return "%s%n%s%n%s%n%s".formatted(origin, platform(), said, yaml());
  }
}
