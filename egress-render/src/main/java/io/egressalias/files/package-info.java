/** Reads declarations from files and streams. Nothing else of the library touches a file. */
@NullMarked
package io.egressalias.files;

import org.jspecify.annotations.NullMarked;
