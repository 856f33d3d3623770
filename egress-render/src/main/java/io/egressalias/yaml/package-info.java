/** Writes manifests as text that every YAML reader reads in the same way. */
@NullMarked
package io.egressalias.yaml;

import org.jspecify.annotations.NullMarked;
