/** The command: arguments, streams and exit codes, and nothing else. */
@NullMarked
package io.egressalias.cli;

import org.jspecify.annotations.NullMarked;
