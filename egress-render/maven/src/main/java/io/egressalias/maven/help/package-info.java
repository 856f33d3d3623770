/** The goal {@code help}, which the build generates. */
@NullMarked
package io.egressalias.maven.help;

import org.jspecify.annotations.NullMarked;
