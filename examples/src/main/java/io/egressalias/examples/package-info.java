/** Java callers of the library, as README.md shows them. */
@NullMarked
package io.egressalias.examples;

import org.jspecify.annotations.NullMarked;
