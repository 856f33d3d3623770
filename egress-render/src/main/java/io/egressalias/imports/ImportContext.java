package io.egressalias.imports;

import io.egressalias.internal.manifest.ManifestFindings;
import io.egressalias.internal.manifest.ManifestSet;
import io.egressalias.model.Platform;

/**
 * What the parts of an import share.
 *
 * @param set all objects
 * @param platform the platform that the declaration will name
 * @param findings receives the findings
 */
record ImportContext(ManifestSet set, Platform platform, ManifestFindings findings) {}
