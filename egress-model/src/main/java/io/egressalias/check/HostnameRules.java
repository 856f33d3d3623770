package io.egressalias.check;

import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.EndpointAddress;
import java.util.List;
import java.util.Optional;

/** Rules about {@code endpoints[].hostname}. Several addresses may have the same hostname. */
final class HostnameRules implements AliasRule {

  @Override
  public void check(AliasScope alias, FindingCollector findings) {
    List<EndpointAddress> endpoints = alias.resolved().endpoints();
    boolean first = true;
    for (int i = 0; i < endpoints.size(); i++) {
      Optional<String> hostname = endpoints.get(i).hostname();
      if (hostname.isPresent()) {
        FieldPath path = alias.path("endpoints").index(i).key("hostname");
        hostname(alias, hostname.get(), path, findings);
        if (first && isWithoutName(alias)) {
          withoutName(alias, hostname.get(), path, findings);
        }
        first = false;
      }
    }
  }

  private static void hostname(
      AliasScope alias, String hostname, FieldPath path, FindingCollector findings) {
    if (!NameGrammar.isLabel(hostname)) {
      findings.add(
          Rule.HOSTNAME,
          path,
          NameGrammar.LABEL_IN_WORDS + ", found `" + Quoted.shortened(hostname) + "`",
          "Write a name such as `hostname: " + NearestLabel.label(hostname, "member-0") + "`");
    } else if (alias.resolved().isRouted()) {
      findings.add(
          Rule.HOSTNAME_WITHOUT_NAME,
          path,
          "`hostname` needs the direct form, and this alias needs "
              + alias.resolved().form().carrier(),
          "Remove `hostname`");
    }
  }

  private static boolean isWithoutName(AliasScope alias) {
    return !alias.resolved().isRouted() && !alias.declared().headless();
  }

  private static void withoutName(
      AliasScope alias, String hostname, FieldPath path, FindingCollector findings) {
    EgressAlias declared = alias.resolved().alias();
    findings.add(
        Rule.HOSTNAME_WITHOUT_NAME,
        Severity.INFO,
        path,
        "the DNS specification of Kubernetes defines the name `%s` only for `clusterIP: None`"
            .formatted(
                Quoted.shortened(
                    hostname
                        + "."
                        + declared.name()
                        + "."
                        + declared.effectiveNamespace()
                        + ".svc."
                        + alias.platform().clusterDomain())),
        "Add `clusterIP: None` to the alias if workloads call the hostnames");
  }
}
