/** Findings as data: what is wrong, where, how badly, and what to write instead. */
@NullMarked
package io.egressalias.diagnostic;

import org.jspecify.annotations.NullMarked;
