/** Reads declarations from text into the model, with findings. */
@NullMarked
package io.egressalias.declaration;

import org.jspecify.annotations.NullMarked;
