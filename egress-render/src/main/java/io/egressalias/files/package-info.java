/** Reads declarations from files and streams. No other public package accesses files. */
@NullMarked
package io.egressalias.files;

import org.jspecify.annotations.NullMarked;
