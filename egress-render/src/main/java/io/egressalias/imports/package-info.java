/** Turns Kubernetes and Istio objects into declarations. */
@NullMarked
package io.egressalias.imports;

import org.jspecify.annotations.NullMarked;
