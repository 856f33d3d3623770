/** Tests from declarations to manifests, and tests of the dependencies between packages. */
@NullMarked
package io.egressalias;

import org.jspecify.annotations.NullMarked;
