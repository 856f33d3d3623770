package io.egressalias.check;

import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Rule;
import io.egressalias.model.Istio;
import io.egressalias.model.OutboundTrafficPolicy;
import io.egressalias.model.Platform;
import io.egressalias.model.PodSelector;
import io.egressalias.model.ServicePort;

/** Finds what this version does not render. */
final class RenderableRule implements AliasRule {
  private static final FieldPath PLATFORM = FieldPath.of("spec", "platform");

  @Override
  public void check(AliasScope alias, Findings findings) {
    // The platform is that of all aliases of a declaration: it is said once.
    if (alias.index() == 0) {
      platform(alias.platform(), findings);
    }
    if (alias.declared().target() instanceof PodSelector) {
      refuse(findings, alias.path("selector"), "`selector`");
    }
    if (alias.declared().headless()) {
      refuse(findings, alias.path("clusterIP"), "`clusterIP: None`");
    }
    if (alias.declared().workloadSelector().isPresent()) {
      refuse(findings, alias.path("workloadSelector"), "`workloadSelector`");
    }
    if (alias.declared().authority().isPresent()) {
      refuse(findings, alias.path("authority"), "`authority`");
    }
    int index = 0;
    for (ServicePort port : alias.declared().ports()) {
      if (alias.declared().originates(port)) {
        FieldPath path = port.tls().isPresent() ? alias.port(index).key("tls") : alias.path("tls");
        refuse(findings, path.key("mode"), "a TLS mode other than `DISABLE`");
      }
      index++;
    }
  }

  private static void platform(Platform platform, Findings findings) {
    if (!platform.istio().equals(Istio.undeclared())) {
      refuse(findings, PLATFORM.key("istio"), "a declared release of Istio");
    }
    if (platform.kubernetes().isPresent()) {
      refuse(findings, PLATFORM.key("kubernetes"), "a declared release of Kubernetes");
    }
    if (platform.outboundTrafficPolicy() == OutboundTrafficPolicy.REGISTRY_ONLY) {
      refuse(findings, PLATFORM.key("outboundTrafficPolicy"), "`REGISTRY_ONLY`");
    }
  }

  private static void refuse(Findings findings, FieldPath path, String what) {
    findings.add(
        Rule.NOT_RENDERED,
        path,
        what + " is not rendered by this version",
        "Take it out, or write the objects by hand");
  }
}
