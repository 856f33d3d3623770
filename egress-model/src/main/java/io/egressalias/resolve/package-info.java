/**
 * Aliases on their platform, with everything worked out once: the form, what the form can do, each
 * port's protocol, target port and TLS with all defaults filled in.
 *
 * <p>Loops where streams could be used: the command is started once for each document, and a lambda
 * is linked anew at every start.
 */
@NullMarked
package io.egressalias.resolve;

import org.jspecify.annotations.NullMarked;
