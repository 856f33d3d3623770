/**
 * Whether what is committed is what is rendered, text in and text out: what is missing, left over
 * or different, and which declaration is behind it.
 */
@NullMarked
package io.egressalias.internal.drift;

import org.jspecify.annotations.NullMarked;
