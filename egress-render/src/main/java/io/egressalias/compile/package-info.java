/**
 * The pipeline that the command, the Maven plugin and the KRM function share. It turns sources and
 * defaults into findings and manifests; manifests are rendered one at a time.
 */
@NullMarked
package io.egressalias.compile;

import org.jspecify.annotations.NullMarked;
