/** Tests of files: what is written is whole, whenever and however it ends. */
@NullMarked
package io.egressalias.files;

import org.jspecify.annotations.NullMarked;
