/** Tests the built launcher, as people and other programs start it. */
@NullMarked
package io.egressalias.launcher;

import org.jspecify.annotations.NullMarked;
