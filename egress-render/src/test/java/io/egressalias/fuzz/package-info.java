/** Throws at the library what a fuzzer thinks up; without one, what fuzzers have found. */
@NullMarked
package io.egressalias.fuzz;

import org.jspecify.annotations.NullMarked;
