/**
 * Remedies, applied to the letter: a machine reads each one, changes the declaration as it says,
 * and reads the declaration again.
 */
@NullMarked
package io.egressalias.remedy;

import org.jspecify.annotations.NullMarked;
