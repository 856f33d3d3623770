/** Kubernetes' and Istio's own code, which says what becomes of manifests. */
@NullMarked
package io.egressalias.judge;

import org.jspecify.annotations.NullMarked;
