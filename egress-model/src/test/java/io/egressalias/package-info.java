/** Tests of what the packages are together. */
@NullMarked
package io.egressalias;

import org.jspecify.annotations.NullMarked;
