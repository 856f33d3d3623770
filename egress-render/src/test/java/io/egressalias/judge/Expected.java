package io.egressalias.judge;

import io.egressalias.judge.Judge.Finding;
import io.egressalias.model.Platform;
import io.egressalias.model.PlatformFact;
import java.util.Set;

/** Findings of the judge that only occur because it does not know the cluster. */
final class Expected {
  private static final Set<String> OF_A_MESH = Set.of("istioctl-validate", "analyze");

  private Expected() {}

  static boolean isExpected(Finding finding, Platform platform) {
    return isEndpointsDeprecated(finding, platform)
        || isWithoutMesh(finding, platform)
        || isUnknownDomain(finding, platform);
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
