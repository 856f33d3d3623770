/**
 * What a real API server, with Istio's CRDs and Kubernetes' controllers, makes of what we render.
 */
@NullMarked
package io.egressalias.apiserver;

import org.jspecify.annotations.NullMarked;
