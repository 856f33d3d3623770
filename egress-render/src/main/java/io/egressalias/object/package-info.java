/** Kubernetes objects: their identity, and the kinds that Egress renders. */
@NullMarked
package io.egressalias.object;

import org.jspecify.annotations.NullMarked;
