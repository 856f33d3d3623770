/** Writes YAML in a canonical layout, with the comments of the text. */
@NullMarked
package io.egressalias.internal.format;

import org.jspecify.annotations.NullMarked;
