/** The identities of objects, and the registry of kinds. */
@NullMarked
package io.egressalias.object;

import org.jspecify.annotations.NullMarked;
