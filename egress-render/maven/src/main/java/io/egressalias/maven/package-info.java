/** The Maven goals: parameters, files and lines of the log. The other packages do the work. */
@NullMarked
package io.egressalias.maven;

import org.jspecify.annotations.NullMarked;
