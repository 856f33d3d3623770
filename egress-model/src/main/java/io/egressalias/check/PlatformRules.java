package io.egressalias.check;

import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.ExternalName;
import io.egressalias.model.PlatformFact;
import io.egressalias.model.PodSelector;
import io.egressalias.model.ServicePort;
import io.egressalias.model.StaticEndpoints;

/** What the platform makes of an alias in the direct form, and what it cannot. */
final class PlatformRules implements AliasRule {

  @Override
  public void check(AliasScope alias, Findings findings) {
    EgressAlias declared = alias.declared();
    headless(alias, findings);
    fullName(alias, findings);
    boolean mesh = alias.platform().istio().present();
    if (alias.needsSidecar() || declared.target() instanceof PodSelector) {
      return;
    }
    if (mesh && declared.target() instanceof ExternalName) {
      recipe(alias, findings);
    }
    if (declared.target() instanceof StaticEndpoints && alias.platform().kubernetes().isEmpty()) {
      findings.add(
          Rule.ENDPOINTS_DEPRECATED,
          alias.path("endpoints"),
          "rendered as Endpoints, which every release takes and 1.33 and later warn about",
          "Declare `platform: {kubernetes: \"1.34\"}` with your release to get EndpointSlices");
    }
    if (mesh && hasRule(alias) && alias.resolved().namespace().isEmpty()) {
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
    return !(alias.declared().target() instanceof ExternalName)
        || !PlatformFact.EXTERNAL_NAME_IS_ALIAS.holds(alias.platform());
  }

  private static void recipe(AliasScope alias, Findings findings) {
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
    for (ServicePort port : alias.declared().ports()) {
      if (!port.speaksTls()) {
        return "Declare `tls: {mode: SIMPLE}` if TLS is to be originated; otherwise leave it so";
      }
    }
    return "Leave it so: there is nothing that a rule would do";
  }

  private static void headless(AliasScope alias, Findings findings) {
    if (!alias.declared().headless()) {
      return;
    }
    String found = "";
    if (!(alias.declared().target() instanceof StaticEndpoints)) {
      found = "this alias has none of its own";
    } else if (alias.needsSidecar()) {
      found = "a sidecar has to do something for this one";
    }
    if (!found.isEmpty()) {
      findings.add(
          Rule.HEADLESS,
          alias.path("clusterIP"),
          "`clusterIP: None` is for IP addresses in the direct form, " + found,
          "Take it out");
    }
  }

  private static void fullName(AliasScope alias, Findings findings) {
    EgressAlias resolved = alias.resolved();
    int length =
        resolved.name().length()
            + resolved.effectiveNamespace().length()
            + ".".length()
            + ".svc.".length()
            + alias.platform().clusterDomain().length();
    boolean wellFormed =
        Grammar.isLabel(resolved.name()) && Grammar.isLabel(resolved.effectiveNamespace());
    if (wellFormed
        && length > Grammar.SUBDOMAIN
        && alias.platform().clusterDomain().length() <= Grammar.SUBDOMAIN) {
      findings.add(
          Rule.CLUSTER_DOMAIN,
          alias.path("name"),
          "the full name of the alias has %s characters, 253 are possible".formatted(length),
          "Write a shorter name, or a shorter `spec.platform.clusterDomain`");
    }
  }
}
