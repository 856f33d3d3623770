/** Plans the steps that turn the objects of one rendered set in a cluster into those of another. */
@NullMarked
package io.egressalias.plan;

import org.jspecify.annotations.NullMarked;
