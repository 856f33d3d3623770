package io.egressalias.check;

import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.model.DataPlane;
import io.egressalias.model.EgressAliases;
import io.egressalias.model.Origination;
import io.egressalias.model.OutboundTrafficPolicy;
import io.egressalias.model.Platform;
import io.egressalias.model.PlatformFact;
import io.egressalias.resolve.WaypointLabels;

/** Rules about the fields that all aliases of a declaration share. */
final class DocumentRules {
  private static final FieldPath SPEC = FieldPath.of("spec");
  private static final FieldPath PLATFORM = SPEC.key("platform");

  private DocumentRules() {}

  static void check(EgressAliases declaration, FindingCollector findings) {
    if (declaration.namespace().isPresent()) {
      namespace(SPEC.key("namespace"), declaration.namespace().get(), findings);
    }
    boolean mesh = declaration.platform().istio().present();
    MetadataRules.labels(declaration.labels(), mesh, SPEC.key("labels"), findings);
    MetadataRules.annotations(declaration.annotations(), mesh, SPEC.key("annotations"), findings);
    ObjectSizeRules.annotations(declaration.annotations(), SPEC.key("annotations"), findings);
    if (mesh
        && declaration.platform().dataPlane() == DataPlane.SIDECAR
        && declaration.labels().containsKey(WaypointLabels.NAME)) {
      WaypointLabelRules.ofSidecars(SPEC.key("labels").key(WaypointLabels.NAME), findings);
    }
    platform(declaration.platform(), findings);
    if (declaration.tls().orElse(null) instanceof Origination tls) {
      CommonTlsRules.check(declaration, tls, SPEC.key("tls"), findings);
    }
    if (declaration.aliases().isEmpty()) {
      findings.add(
          Rule.NO_ALIASES,
          SPEC.key("aliases"),
          "the list of aliases is empty, so nothing is rendered",
          "Keep the declaration as it is to render nothing");
    }
  }

  static void namespace(FieldPath path, String namespace, FindingCollector findings) {
    if (!NameGrammar.isLabel(namespace)) {
      findings.add(
          Rule.NAMESPACE,
          path,
          NameGrammar.LABEL_IN_WORDS + ", found `" + Quoted.shortened(namespace) + "`",
          "Write a name such as `namespace: " + NearestLabel.label(namespace, "shop") + "`");
    }
  }

  private static void platform(Platform platform, FindingCollector findings) {
    String domain = platform.clusterDomain();
    if (!NameGrammar.isHost(domain)) {
      findings.add(
          Rule.CLUSTER_DOMAIN,
          PLATFORM.key("clusterDomain"),
          "expected a DNS name in lowercase, found `" + Quoted.shortened(domain) + "`",
          "Write a name such as `clusterDomain: " + Platform.DEFAULT_CLUSTER_DOMAIN + "`");
    }
    OutboundTrafficPolicy policy = platform.outboundTrafficPolicy();
    if (!platform.istio().present()) {
      if (policy != OutboundTrafficPolicy.ALLOW_ANY) {
        needsMesh("outboundTrafficPolicy", policy.name(), findings);
      }
      if (platform.dataPlane() != DataPlane.SIDECAR) {
        needsMesh("dataPlane", platform.dataPlane().word(), findings);
      }
      if (platform.waypoint().isPresent()) {
        WaypointRules.withoutMesh(PLATFORM.key("waypoint"), findings);
      }
      return;
    }
    dynamicDns(platform, findings);
    AmbientPlatformRules.check(platform, PLATFORM, findings);
  }

  private static void needsMesh(String field, String value, FindingCollector findings) {
    findings.add(
        Rule.NEEDS_MESH,
        PLATFORM.key(field),
        "`%s: %s` needs a mesh, and `istio: none` declares a cluster without a mesh"
            .formatted(field, value),
        "Remove `%s`, or declare the release of Istio, such as %s"
            .formatted(field, ReleaseLine.ISTIO));
  }

  private static void dynamicDns(Platform platform, FindingCollector findings) {
    PlatformFact fact = PlatformFact.DYNAMIC_DNS_POLICY;
    if (platform.outboundTrafficPolicy() == OutboundTrafficPolicy.ALLOW_ANY_DYNAMIC_DNS
        && fact.isLaterThan(platform)) {
      findings.add(
          Rule.LATER_RELEASE,
          PLATFORM.key("outboundTrafficPolicy"),
          "`outboundTrafficPolicy: ALLOW_ANY_DYNAMIC_DNS` needs %s or later, and an earlier release is declared"
              .formatted(fact.since()),
          "Remove `outboundTrafficPolicy`, or declare a later release, such as %s, if the cluster has one"
              .formatted(ReleaseLine.of(fact)));
    }
  }
}
