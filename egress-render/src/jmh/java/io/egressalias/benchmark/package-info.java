/** How fast declarations become text, beside other libraries that write the same documents. */
@NullMarked
package io.egressalias.benchmark;

import org.jspecify.annotations.NullMarked;
