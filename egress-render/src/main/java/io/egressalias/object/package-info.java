/** What Egress knows about Kubernetes objects: their identity, and the kinds that it renders. */
@NullMarked
package io.egressalias.object;

import org.jspecify.annotations.NullMarked;
