/** Tests of several packages together. */
@NullMarked
package io.egressalias;

import org.jspecify.annotations.NullMarked;
