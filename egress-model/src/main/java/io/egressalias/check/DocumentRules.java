package io.egressalias.check;

import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.model.EgressAliases;
import io.egressalias.model.OutboundTrafficPolicy;
import io.egressalias.model.Platform;

/** Rules about the fields that all aliases of a declaration share. */
final class DocumentRules {
  private static final FieldPath SPEC = FieldPath.of("spec");
  private static final FieldPath PLATFORM = SPEC.key("platform");

  private DocumentRules() {}

  static void check(EgressAliases declaration, FindingCollector findings) {
    if (declaration.namespace().isPresent()) {
      namespace(SPEC.key("namespace"), declaration.namespace().get(), findings);
    }
    MetadataRules.labels(declaration.labels(), SPEC.key("labels"), findings);
    MetadataRules.annotations(declaration.annotations(), SPEC.key("annotations"), findings);
    ObjectSizeRules.annotations(declaration.annotations(), SPEC.key("annotations"), findings);
    platform(declaration.platform(), findings);
  }

  static void namespace(FieldPath path, String namespace, FindingCollector findings) {
    if (!NameGrammar.isLabel(namespace)) {
      findings.add(
          Rule.NAMESPACE,
          path,
          NameGrammar.LABEL_IN_WORDS + ", found `" + Quoted.shortened(namespace) + "`",
          "Write a name such as `" + NearestLabel.label(namespace, "shop") + "`");
    }
  }

  private static void platform(Platform platform, FindingCollector findings) {
    String domain = platform.clusterDomain();
    if (!NameGrammar.isHost(domain)) {
      findings.add(
          Rule.CLUSTER_DOMAIN,
          PLATFORM.key("clusterDomain"),
          "expected a DNS name in lower case, found `" + Quoted.shortened(domain) + "`",
          "Write a name such as `" + Platform.DEFAULT_CLUSTER_DOMAIN + "`");
    }
    boolean registryOnly = platform.outboundTrafficPolicy() == OutboundTrafficPolicy.REGISTRY_ONLY;
    if (!platform.istio().present() && registryOnly) {
      findings.add(
          Rule.NEEDS_MESH,
          PLATFORM.key("outboundTrafficPolicy"),
          "`REGISTRY_ONLY` is a policy of a mesh, and `istio: none` says that there is none",
          "Take it out, or declare the release of Istio");
    }
  }
}
