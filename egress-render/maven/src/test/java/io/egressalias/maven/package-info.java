/** Tests of the Maven goals, alone and in Mavens of their own. */
@NullMarked
package io.egressalias.maven;

import org.jspecify.annotations.NullMarked;
