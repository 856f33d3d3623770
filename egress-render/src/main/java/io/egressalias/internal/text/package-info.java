/** Reads YAML: located trees, their limits, and the types of plain scalars. */
@NullMarked
package io.egressalias.internal.text;

import org.jspecify.annotations.NullMarked;
