package io.egressalias.lint;

import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import io.egressalias.internal.manifest.ManifestGateway;
import io.egressalias.internal.text.Tree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds certificates that a proxy does not read. */
final class CredentialRules implements ManifestRule {
  /** Where gateways had the certificates of the mesh years ago. */
  private static final String FORMER_FOLDER = "/etc/certs/";

  private static final List<String> FILES =
      List.of("serverCertificate", "privateKey", "caCertificates");

  @Override
  public void check(LintContext context) {
    WildcardHosts wildcards = new WildcardHosts(context.hosts());
    for (HostObjects host : context.hosts().all()) {
      if (!host.isExternalName()) {
        check(host, wildcards, context);
      }
    }
    for (ManifestGateway gateway : context.set().gateways()) {
      formerFiles(gateway, context);
    }
  }

  private static void check(HostObjects host, WildcardHosts wildcards, LintContext context) {
    Boolean serves = null;
    Boolean defined = null;
    for (RuleView rule : host.rules) {
      TlsView tls = rule.selectsPods() || rule.ambient() ? null : withCredential(rule);
      if (tls != null && !isKeptInRoot(rule)) {
        serves = serves == null ? servesGateway(host, wildcards) : serves;
        if (!serves) {
          defined = defined == null ? isDefined(host, wildcards) : defined;
          report(rule, tls, defined, context);
        }
      }
    }
  }

  private static @Nullable TlsView withCredential(RuleView rule) {
    for (TlsView tls : TlsFields.of(rule)) {
      if (tls.originates() && tls.hasCredential()) {
        return tls;
      }
    }
    return null;
  }

  /** A rule that the root namespace keeps for itself can only be for a gateway there. */
  private static boolean isKeptInRoot(RuleView rule) {
    return rule.namespace().equals(HostTable.ROOT_NAMESPACE)
        && !rule.isVisibleIn(RuleLookup.ELSEWHERE);
  }

  private static boolean servesGateway(HostObjects host, WildcardHosts wildcards) {
    if (!WildcardHosts.isUsual(host.host())) {
      return host.servesGateway();
    }
    for (HostObjects included : wildcards.includedBy(host.host())) {
      if (included.servesGateway()) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDefined(HostObjects host, WildcardHosts wildcards) {
    if (!host.host().startsWith("*")) {
      return host.isDefined();
    }
    for (HostObjects included : wildcards.includedBy(host.host())) {
      if (included.isDefined()) {
        return true;
      }
    }
    return false;
  }

  private static void report(RuleView rule, TlsView tls, boolean defined, LintContext context) {
    boolean sidecars =
        context.complete()
            || (defined
                && !rule.namespace().equals(HostTable.ROOT_NAMESPACE)
                && !context.set().others().containsKey("HTTPRoute")
                && !context.set().others().containsKey("TLSRoute"));
    context
        .findings()
        .add(
            Rule.CREDENTIAL_OF_SIDECARS,
            sidecars ? Severity.ERROR : Severity.WARNING,
            rule.object(),
            tls.field().at("credentialName").path(),
            "expected `workloadSelector` beside `credentialName`, found none, and sidecars then"
                + " ignore these TLS settings and send the calls without TLS"
                + (sidecars ? "" : " unless only gateways that are not in the input use the rule"),
            "Add `workloadSelector: {matchLabels: {app: NAME}}` to `spec` for the pods with the"
                + " certificate");
  }

  private static void formerFiles(ManifestGateway gateway, LintContext context) {
    for (Tree server : gateway.tree().itemsAt("spec", "servers")) {
      for (String key : FILES) {
        String file = server.textAt("tls", key);
        Tree place = server.at("tls", key);
        if (file.startsWith(FORMER_FOLDER) && place != null) {
          context
              .findings()
              .add(
                  Rule.CREDENTIAL_OF_SIDECARS,
                  Severity.WARNING,
                  gateway.locate(place),
                  "expected a file of the pods of the gateway, found `"
                      + FORMER_FOLDER
                      + "`, which releases since Istio 1.6 do not mount",
                  "Write `tls: {mode: ISTIO_MUTUAL}` if sidecars call this gateway");
          return;
        }
      }
    }
  }
}
