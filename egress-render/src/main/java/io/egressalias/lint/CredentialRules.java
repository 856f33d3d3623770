package io.egressalias.lint;

import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import io.egressalias.internal.manifest.ManifestGateway;
import io.egressalias.internal.text.Tree;
import java.util.List;

/** Finds certificates that a proxy does not read. */
final class CredentialRules implements ManifestRule {
  /** Where gateways had the certificates of the mesh years ago. */
  private static final String FORMER_FOLDER = "/etc/certs/";

  private static final List<String> FILES =
      List.of("serverCertificate", "privateKey", "caCertificates");

  @Override
  public void check(LintContext context) {
    RuleLookup lookup = new RuleLookup(context.hosts());
    for (HostObjects host : context.hosts().all()) {
      if (!host.isExternalName()) {
        for (RuleView rule : host.rules) {
          check(rule, lookup, context);
        }
      }
    }
    for (ManifestGateway gateway : context.set().gateways()) {
      formerFiles(gateway, context);
    }
  }

  private static void check(RuleView rule, RuleLookup lookup, LintContext context) {
    if (rule.selectsPods() || rule.ambient()) {
      return;
    }
    for (TlsView tls : TlsFields.of(rule)) {
      if (tls.originates() && tls.hasCredential()) {
        if (!mayServeGateway(rule, lookup, context)) {
          report(rule, tls, context);
        }
        return;
      }
    }
  }

  /** A rule that the root namespace keeps for itself can only be for a gateway there. */
  private static boolean mayServeGateway(RuleView rule, RuleLookup lookup, LintContext context) {
    if (rule.namespace().equals(HostTable.ROOT_NAMESPACE)
        && !rule.isVisibleIn(RuleLookup.ELSEWHERE)) {
      return true;
    }
    if (!rule.host().startsWith("*")) {
      return context.hosts().get(rule.host()).servesGateway();
    }
    for (HostObjects host : context.hosts().all()) {
      if (host.servesGateway() && lookup.candidates(host).contains(rule)) {
        return true;
      }
    }
    return false;
  }

  private static void report(RuleView rule, TlsView tls, LintContext context) {
    boolean sidecars =
        context.complete()
            || (isDefined(rule, context)
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

  private static boolean isDefined(RuleView rule, LintContext context) {
    if (!rule.host().startsWith("*")) {
      return context.hosts().get(rule.host()).isDefined();
    }
    for (HostObjects host : context.hosts().all()) {
      if (host.isDefined() && RuleLookup.includes(rule.host(), host.host())) {
        return true;
      }
    }
    return false;
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
