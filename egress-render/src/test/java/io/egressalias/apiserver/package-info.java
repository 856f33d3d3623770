/**
 * Tests rendered objects with an API server, the CRDs of Istio and the controllers of Kubernetes.
 */
@NullMarked
package io.egressalias.apiserver;

import org.jspecify.annotations.NullMarked;
