/** The Maven goals: parameters in, files and lines of the log out, and nothing else. */
@NullMarked
package io.egressalias.maven;

import org.jspecify.annotations.NullMarked;
