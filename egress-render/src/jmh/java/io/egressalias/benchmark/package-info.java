/** Measures the time to convert declarations to text, and compares it with other libraries. */
@NullMarked
package io.egressalias.benchmark;

import org.jspecify.annotations.NullMarked;
