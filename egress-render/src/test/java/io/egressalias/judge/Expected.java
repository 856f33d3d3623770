package io.egressalias.judge;

import io.egressalias.diagnostic.Rule;
import io.egressalias.judge.Judge.Finding;
import io.egressalias.model.DataPlane;
import io.egressalias.model.Platform;
import io.egressalias.model.PlatformFact;
import java.util.EnumSet;
import java.util.Set;

/**
 * Findings of the judge that only occur because it does not know the cluster, or that we report as
 * well, without refusing the declaration.
 */
final class Expected {
  private static final Set<String> OF_A_MESH = Set.of("istioctl-validate", "analyze");

  private static final Set<String> OF_VALIDATE =
      Set.of(
          "has an unnamed port",
          "does not follow the Istio naming convention",
          "doesn't follow Istio protocol selection");

  private static final Set<Rule> OF_PROTOCOL =
      EnumSet.of(Rule.PORT_NAME_MISSING, Rule.PROTOCOL_UNKNOWN, Rule.APP_PROTOCOL, Rule.TCP_NAME);

  private Expected() {}

  static boolean isExpected(Finding finding, Candidate candidate) {
    Platform platform = candidate.platform();
    return isEndpointsDeprecated(finding, platform)
        || isWithoutMesh(finding, platform)
        || isUnknownDomain(finding, platform)
        || isDetectedProtocol(finding, candidate)
        || isSecretOfWaypoint(finding, candidate);
  }

  /**
   * The commands of Istio refuse a Service with a port whose protocol Istio detects or knows by
   * another word. A finding of ours says so.
   */
  private static boolean isDetectedProtocol(Finding finding, Candidate candidate) {
    boolean said =
        finding.source().equals("istioctl-validate")
            ? OF_VALIDATE.stream().anyMatch(finding.message()::contains)
            : finding.source().equals("analyze") && finding.message().startsWith("[IST0150]");
    return said
        && candidate.findings().stream()
            .filter(found -> OF_PROTOCOL.contains(found.rule()))
            .anyMatch(found -> finding.object().equals("Service/" + candidate.aliasOf(found)));
  }

  /**
   * Istio's analyzer does not know that a waypoint loads a Secret, with the authorities in it, for
   * a rule that selects no pods. It says that nothing verifies the server.
   */
  private static boolean isSecretOfWaypoint(Finding finding, Candidate candidate) {
    return finding.source().equals("analyze")
        && finding.isWarning()
        && finding.message().startsWith("[IST0128]")
        && candidate.platform().dataPlane() == DataPlane.AMBIENT
        && candidate.manifests().stream()
            .filter(manifest -> manifest.tree().at("/spec/exportTo").isArray())
            .anyMatch(manifest -> finding.object().equals("DestinationRule/" + manifest.name()));
  }

  /** The judge is a server that warns about Endpoints; they are rendered for one that does not. */
  private static boolean isEndpointsDeprecated(Finding finding, Platform platform) {
    return finding.source().equals("kube-deprecation")
        && finding.isWarning()
        && finding.object().startsWith("Endpoints/")
        && !PlatformFact.ENDPOINTS_DEPRECATED.holds(platform);
  }

  /**
   * The judge always has a mesh; without a mesh, Services do not need to follow Istio's
   * conventions.
   */
  private static boolean isWithoutMesh(Finding finding, Platform platform) {
    return !platform.istio().present() && OF_A_MESH.contains(finding.source());
  }

  /**
   * The domain of the judge's cluster is cluster.local, and it finds no Service by another domain.
   */
  private static boolean isUnknownDomain(Finding finding, Platform platform) {
    return finding.source().equals("analyze")
        && finding.isWarning()
        && finding.message().startsWith("[IST0174]")
        && !platform.clusterDomain().equals(Platform.DEFAULT_CLUSTER_DOMAIN);
  }
}
