/** Judges Kubernetes and Istio manifests that people wrote by hand, as one set. */
@NullMarked
package io.egressalias.lint;

import org.jspecify.annotations.NullMarked;
