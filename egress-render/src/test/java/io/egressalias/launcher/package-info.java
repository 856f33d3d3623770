/** The launcher that the build made, as people and other programs start it. */
@NullMarked
package io.egressalias.launcher;

import org.jspecify.annotations.NullMarked;
