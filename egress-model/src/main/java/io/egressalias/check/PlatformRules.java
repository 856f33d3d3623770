package io.egressalias.check;

import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.PlatformFact;
import io.egressalias.resolve.ResolvedAlias;
import io.egressalias.resolve.ResolvedPort;

/** Rules about the direct form that depend on the platform. */
final class PlatformRules implements AliasRule {

  @Override
  public void check(AliasScope alias, FindingCollector findings) {
    EgressAlias declared = alias.declared();
    fullName(alias, findings);
    if (alias.resolved().isRouted()) {
      return;
    }
    if (alias.resolved().leavesMesh() && alias.resolved().isExternalNameService()) {
      recipe(alias, findings);
    }
    if (alias.resolved().addresses().isPresent() && alias.platform().kubernetes().isEmpty()) {
      findings.add(
          Rule.ENDPOINTS_DEPRECATED,
          alias.path("endpoints"),
          "rendered as Endpoints, which every release takes and 1.33 and later warn about",
          "Declare `platform: {kubernetes: \"1.34\"}` with your release to get EndpointSlices");
    }
    if (alias.resolved().leavesMesh()
        && hasRule(alias)
        && alias.resolved().alias().namespace().isEmpty()) {
      findings.add(
          Rule.NAMESPACE_LEFT_OPEN,
          alias.path("name"),
          "the rule of `"
              + Quoted.shortened(declared.name())
              + "` is for the namespace `default`, since none is declared",
          "Declare `spec.namespace`, or apply in `default`");
    }
  }

  private static boolean hasRule(AliasScope alias) {
    return !alias.resolved().isExternalNameService()
        || !PlatformFact.EXTERNAL_NAME_IS_ALIAS.holds(alias.platform());
  }

  private static void recipe(AliasScope alias, FindingCollector findings) {
    boolean known = PlatformFact.EXTERNAL_NAME_IS_ALIAS.holds(alias.platform());
    if (known || alias.platform().istio().version().isEmpty()) {
      findings.add(
          Rule.RULE_WITHOUT_EFFECT,
          alias.path("externalName"),
          known
              ? "Istio ignores rules on an ExternalName Service since 1.21, so none is rendered;"
                  + " traffic passes through as the workload sends it"
              : "the rule that is rendered does nothing since Istio 1.21; there traffic passes"
                  + " through as the workload sends it",
          remedy(alias, known));
    }
  }

  private static String remedy(AliasScope alias, boolean known) {
    if (!known) {
      return "Declare `platform: {istio: \"1.27\"}` with your release to get what has an effect on it";
    }
    for (ResolvedPort port : alias.resolved().ports()) {
      if (!port.speaksTls()) {
        return "Declare `tls: {mode: SIMPLE}` if TLS is to be originated; otherwise leave it so";
      }
    }
    return "Leave it so: there is nothing that a rule would do";
  }

  private static void fullName(AliasScope alias, FindingCollector findings) {
    ResolvedAlias resolved = alias.resolved();
    String name = resolved.alias().name();
    int length =
        name.length()
            + resolved.namespace().length()
            + ".".length()
            + ".svc.".length()
            + alias.platform().clusterDomain().length();
    boolean wellFormed = NameGrammar.isLabel(name) && NameGrammar.isLabel(resolved.namespace());
    if (wellFormed
        && length > NameGrammar.SUBDOMAIN
        && alias.platform().clusterDomain().length() <= NameGrammar.SUBDOMAIN) {
      findings.add(
          Rule.CLUSTER_DOMAIN,
          alias.path("name"),
          "the full name of the alias has %s characters, 253 are possible".formatted(length),
          "Write a shorter name, or a shorter `spec.platform.clusterDomain`");
    }
  }
}
