/**
 * The one assembly that every door calls: sources and defaults in; findings and manifests out, the
 * manifests one after another as they are consumed.
 */
@NullMarked
package io.egressalias.compile;

import org.jspecify.annotations.NullMarked;
