/** Java callers of the library, as the documents show them. */
@NullMarked
package io.egressalias.examples;

import org.jspecify.annotations.NullMarked;
