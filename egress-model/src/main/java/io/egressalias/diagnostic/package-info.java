/** Findings as data: the rule, the place, the severity, the message and the remedy. */
@NullMarked
package io.egressalias.diagnostic;

import org.jspecify.annotations.NullMarked;
