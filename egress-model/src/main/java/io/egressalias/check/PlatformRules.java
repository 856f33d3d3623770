package io.egressalias.check;

import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.PlatformFact;
import io.egressalias.resolve.ResolvedAlias;

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
          "the addresses are rendered as Endpoints, which every release of Kubernetes accepts, and which"
              + " are deprecated since 1.33",
          "Declare the release, such as " + ReleaseLine.KUBERNETES + ", to render EndpointSlices");
    }
    if (alias.resolved().leavesMesh()
        && hasRule(alias)
        && alias.resolved().alias().namespace().isEmpty()) {
      findings.add(
          Rule.NAMESPACE_LEFT_OPEN,
          alias.path("name"),
          "the DestinationRule of `"
              + Quoted.shortened(declared.name())
              + "` contains the namespace `default`, because `namespace` is not declared",
          "Declare the namespace, such as `namespace: default` in `spec`, or apply the objects in `default`");
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
              ? "Istio ignores a DestinationRule for an ExternalName Service since 1.21, so none is"
                  + " rendered, and the traffic leaves as the workload sends it"
              : "the rendered DestinationRule has no effect since Istio 1.21, where the traffic"
                  + " leaves as the workload sends it",
          remedy(alias, known));
    }
  }

  private static String remedy(AliasScope alias, boolean known) {
    if (!known) {
      return "Declare the release, such as "
          + ReleaseLine.ISTIO
          + ", to render only objects that have an effect";
    }
    if (OriginationAdvice.isAcceptedOnEveryPort(alias)) {
      return "Declare "
          + OriginationAdvice.field(alias)
          + " to originate TLS, or keep the declaration as it is";
    }
    return "Keep the declaration as it is, because no DestinationRule is needed";
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
          "expected at most 253 characters in the full name of the alias, found %s"
              .formatted(length),
          "Write a shorter `name`, or a shorter `clusterDomain` in `spec.platform`");
    }
  }
}
