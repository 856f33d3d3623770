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
 * @param platform the platform of the caller
 * @param complete whether the set has all objects that there are
 * @param findings receives the findings
 */
record LintContext(
    ManifestSet set,
    HostTable hosts,
    AmbientScope ambient,
    Platform platform,
    boolean complete,
    ManifestFindings findings) {}
