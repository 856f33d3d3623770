/**
 * Compares rendered manifests with the results of independent programs: the code of Kubernetes and
 * Istio.
 */
@NullMarked
package io.egressalias.judge;

import org.jspecify.annotations.NullMarked;
