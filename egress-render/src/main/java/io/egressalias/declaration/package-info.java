/** Declarations: text in, model and findings out. */
@NullMarked
package io.egressalias.declaration;

import org.jspecify.annotations.NullMarked;
