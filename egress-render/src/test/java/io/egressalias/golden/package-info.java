/**
 * Everything that can be declared, as far as it renders differently, held against what was
 * approved, against Kubernetes' and Istio's own code, and against a real Envoy.
 */
@NullMarked
package io.egressalias.golden;

import org.jspecify.annotations.NullMarked;
