package io.egressalias.lint;

import io.egressalias.declaration.Source;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Rule;
import io.egressalias.internal.manifest.ManifestFindings;
import io.egressalias.internal.manifest.ManifestReader;
import io.egressalias.internal.manifest.ManifestSet;
import io.egressalias.internal.manifest.ReadingOrder;
import java.util.ArrayList;
import java.util.List;

/** Judges manifests that people wrote by hand. Contacts no cluster, and writes nothing. */
public final class ManifestLinter {
  private static final List<ManifestRule> RULES =
      List.of(
          new KubernetesRules(),
          new TlsRules(),
          new EntryRules(),
          new RouteRules(),
          new AmbientRules());

  private static final String DECLARATION = "found a declaration";

  private ManifestLinter() {}

  /** Returns the findings about texts that make one set, in the order of the texts. */
  public static List<Diagnostic> run(List<Source> sources, LintOptions options) {
    ManifestFindings findings = new ManifestFindings();
    ManifestSet set = ManifestReader.read(sources, findings);
    LintContext context = LintContext.of(set, options, findings);
    for (ManifestRule rule : RULES) {
      rule.check(context);
    }
    return inOrder(findings.found(), sources);
  }

  /** Objects that the linter does not know are no finding, but for declarations in a list. */
  private static List<Diagnostic> inOrder(List<Diagnostic> found, List<Source> sources) {
    List<Diagnostic> ordered = new ArrayList<>(found.size());
    for (Diagnostic finding : found) {
      if (finding.rule() != Rule.LEFT_ALONE) {
        ordered.add(ofLint(finding));
      } else if (finding.message().startsWith(DECLARATION)) {
        ordered.add(with(finding, "Write the declaration as a document outside of the list"));
      }
    }
    ordered.sort(new ReadingOrder(sources));
    return ordered;
  }

  /** A remedy of the reader names the command that reads manifests. */
  private static Diagnostic ofLint(Diagnostic finding) {
    if (finding.rule() != Rule.TEMPLATE && finding.rule() != Rule.MANIFEST_VARIABLE) {
      return finding;
    }
    return with(finding, finding.remedy().replace("egress import -", "egress lint -"));
  }

  private static Diagnostic with(Diagnostic finding, String remedy) {
    Diagnostic read =
        Diagnostic.of(finding.rule(), finding.document(), finding.path(), finding.message(), remedy)
            .withSeverity(finding.severity());
    return finding.location().map(read::at).orElse(read);
  }
}
