/**
 * Compares committed texts with rendered manifests: reports missing, left over and changed objects
 * with their declarations.
 */
@NullMarked
package io.egressalias.internal.drift;

import org.jspecify.annotations.NullMarked;
