/** Writes findings as text, for people and for programs. */
@NullMarked
package io.egressalias.internal.report;

import org.jspecify.annotations.NullMarked;
