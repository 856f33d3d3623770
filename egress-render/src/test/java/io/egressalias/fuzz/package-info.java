/** Fuzz tests of the library; without a fuzzer they run with inputs that were found before. */
@NullMarked
package io.egressalias.fuzz;

import org.jspecify.annotations.NullMarked;
