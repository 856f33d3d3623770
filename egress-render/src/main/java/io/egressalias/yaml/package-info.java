/** From manifests to text that every reader of YAML understands alike. */
@NullMarked
package io.egressalias.yaml;

import org.jspecify.annotations.NullMarked;
