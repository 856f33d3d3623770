/** Tests of the whole: from declarations to manifests, and of how the packages hang together. */
@NullMarked
package io.egressalias;

import org.jspecify.annotations.NullMarked;
