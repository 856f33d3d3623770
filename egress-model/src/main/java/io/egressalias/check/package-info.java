/**
 * What a cluster would refuse, or accept and carry out other than declared.
 *
 * <p>Loops where streams could stand, but for what is said of an error: the command is started once
 * for each document, and a lambda is linked anew at every start.
 */
@NullMarked
package io.egressalias.check;

import org.jspecify.annotations.NullMarked;
