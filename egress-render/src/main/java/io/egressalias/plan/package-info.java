/**
 * From two rendered sets to what has to be done so that a cluster goes from the one to the other.
 */
@NullMarked
package io.egressalias.plan;

import org.jspecify.annotations.NullMarked;
