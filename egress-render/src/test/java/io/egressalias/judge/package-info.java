/** Holds what is rendered against programs that are not ours: Kubernetes' and Istio's own code. */
@NullMarked
package io.egressalias.judge;

import org.jspecify.annotations.NullMarked;
