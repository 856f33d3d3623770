/**
 * Egress aliases as values: typed, immutable, and free of any opinion about text or files.
 *
 * <p>Loops where streams could stand: the command is started once for each document, and a lambda
 * is linked anew at every start.
 */
@NullMarked
@ModelStyle
package io.egressalias.model;

import org.jspecify.annotations.NullMarked;
