/**
 * The one assembly that the command, the function, the legacy plugin and the Maven goals call:
 * sources and defaults in; findings and manifests out, each manifest rendered as it is consumed.
 */
@NullMarked
package io.egressalias.compile;

import org.jspecify.annotations.NullMarked;
