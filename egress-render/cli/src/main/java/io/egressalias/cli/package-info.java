/** The command: arguments, streams and exit status. The other packages do the work. */
@NullMarked
package io.egressalias.cli;

import org.jspecify.annotations.NullMarked;
