/**
 * Declarations read from files and manifests written to files: what the command and the Maven goals
 * have in common. Everything else in this library is text in and text out.
 */
@NullMarked
package io.egressalias.internal.files;

import org.jspecify.annotations.NullMarked;
