/** Tests of the Maven goals, directly and in Maven builds. */
@NullMarked
package io.egressalias.maven;

import org.jspecify.annotations.NullMarked;
