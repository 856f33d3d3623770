package io.egressalias.lint;

import io.egressalias.internal.manifest.ManifestFindings;
import io.egressalias.internal.manifest.ManifestSet;
import io.egressalias.model.Platform;

/**
 * What the rules about manifests share.
 *
 * @param set all objects
 * @param hosts the objects that define each host
 * @param ambient the namespaces whose traffic ztunnels and waypoints carry
 * @param lookup the DestinationRules that a proxy uses
 * @param waypoints the waypoints of hosts
 * @param servers the ports of servers behind those of hosts
 * @param platform the platform of the caller
 * @param complete whether the set has all objects that there are
 * @param findings receives the findings
 */
record LintContext(
    ManifestSet set,
    HostTable hosts,
    AmbientScope ambient,
    RuleLookup lookup,
    WaypointTable waypoints,
    ServerPorts servers,
    Platform platform,
    boolean complete,
    ManifestFindings findings) {

  /** Reads what the rules share from a set. */
  static LintContext of(ManifestSet set, LintOptions options, ManifestFindings findings) {
    Platform platform = options.platform();
    String unnamed = options.namespace().orElse(HostTable.DEFAULT_NAMESPACE);
    AmbientScope ambient = AmbientScope.of(platform, set, unnamed);
    HostTable hosts = HostTable.of(set, unnamed, platform.clusterDomain(), ambient);
    return new LintContext(
        set,
        hosts,
        ambient,
        new RuleLookup(hosts),
        new WaypointTable(set, hosts, platform, options.complete()),
        new ServerPorts(set, hosts),
        platform,
        options.complete(),
        findings);
  }
}
