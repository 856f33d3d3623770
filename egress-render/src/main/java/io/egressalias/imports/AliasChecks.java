package io.egressalias.imports;

import io.egressalias.check.SetChecks;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.FieldPath.Step;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import io.egressalias.diagnostic.SourceLocation;
import io.egressalias.internal.manifest.AmbientMarks;
import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.ManifestFindings;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.EgressAliases;
import io.egressalias.model.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Refuses the aliases that a declaration must not have, with the findings of the rules of
 * declarations about them.
 *
 * <p>First each alias alone, then all together: a rule about two aliases then never refuses one
 * because of another that is refused itself. Each step takes time linear in the number of aliases.
 */
final class AliasChecks {
  private final Platform platform;
  private final ManifestFindings findings;
  private final AddressPlaces addresses = new AddressPlaces();

  private AliasChecks(Platform platform, ManifestFindings findings) {
    this.platform = platform;
    this.findings = findings;
  }

  /** Returns the aliases without an error. */
  static List<ImportedAlias> of(
      List<ImportedAlias> aliases, Platform platform, ManifestFindings findings) {
    AliasChecks checks = new AliasChecks(platform, findings);
    if (checks.isPlatformWrong()) {
      return List.of();
    }
    List<ImportedAlias> alone = new ArrayList<>(aliases.size());
    for (ImportedAlias alias : aliases) {
      alone.addAll(checks.without(List.of(alias)));
    }
    List<ImportedAlias> left = alone;
    List<ImportedAlias> before = List.of();
    while (left.size() != before.size()) {
      before = left;
      left = checks.without(before);
    }
    return left;
  }

  /** An error of the platform is one of all aliases, and of no object. */
  private boolean isPlatformWrong() {
    boolean wrong = false;
    EgressAliases empty = EgressAliases.of(platform, List.of());
    for (Diagnostic finding : new SetChecks().check(empty)) {
      if (finding.severity() == Severity.ERROR) {
        findings.add(finding);
        wrong = true;
      }
    }
    return wrong;
  }

  /** Returns the aliases about which no rule has an error; each error becomes a finding. */
  private List<ImportedAlias> without(List<ImportedAlias> aliases) {
    List<EgressAlias> values = new ArrayList<>(aliases.size());
    for (ImportedAlias alias : aliases) {
      values.add(alias.alias());
    }
    SetChecks checks =
        new SetChecks(
            (document, index) -> Optional.of(place(aliases.get(index), FieldPath.root())));
    boolean[] wrong = new boolean[aliases.size()];
    boolean any = false;
    for (Diagnostic finding : checks.check(EgressAliases.of(platform, values))) {
      int index = finding.severity() == Severity.ERROR ? index(finding.path()) : -1;
      if (index >= 0) {
        wrong[index] = true;
        any = true;
        refuse(aliases.get(index), finding);
      }
    }
    return any ? kept(aliases, wrong) : aliases;
  }

  private static List<ImportedAlias> kept(List<ImportedAlias> aliases, boolean[] wrong) {
    List<ImportedAlias> kept = new ArrayList<>(aliases.size());
    for (int i = 0; i < wrong.length; i++) {
      if (!wrong[i]) {
        kept.add(aliases.get(i));
      }
    }
    return kept;
  }

  private static int index(FieldPath path) {
    return path.steps().size() > 2 && path.steps().get(2) instanceof Step.Index index
        ? index.index()
        : -1;
  }

  private void refuse(ImportedAlias alias, Diagnostic finding) {
    Field address = addresses.find(alias, finding.path());
    FieldPath path = address == null ? ManifestPaths.of(finding.path()) : address.path();
    findings.add(
        Diagnostic.of(finding.rule(), 0, path, finding.message(), remedy(alias, finding))
            .withSeverity(finding.severity())
            .at(address == null ? place(alias, path) : address.place()));
  }

  /** An alias that is refused has no declaration to which a field can be added. */
  private static String remedy(ImportedAlias alias, Diagnostic finding) {
    if (finding.rule() != Rule.WAYPOINT_MISSING) {
      return finding.remedy();
    }
    boolean detached = alias.alias().labels().containsKey(AmbientMarks.USE_WAYPOINT);
    return (detached
            ? "Remove the label `" + AmbientMarks.USE_WAYPOINT + "` from the Service, and pass"
            : "Pass")
        + " `--waypoint waypoint`, with the name of the waypoint, or `--waypoint namespace` if the"
        + " namespace of the alias has the label `"
        + AmbientMarks.USE_WAYPOINT
        + "`";
  }

  private static SourceLocation place(ImportedAlias alias, FieldPath path) {
    return alias.origin().locate(path);
  }
}
