/**
 * Reads declarations from files and writes manifests to files, for the command and the Maven goals.
 * Other packages of this library work on texts.
 */
@NullMarked
package io.egressalias.internal.files;

import org.jspecify.annotations.NullMarked;
