/**
 * Whether what is committed is what is rendered, text in and text out: what is missing, left over
 * or different, and which declaration is behind it.
 *
 * <p>Differences line by line are found by java-diff-utils, on which this library depends
 * optionally: a program that calls this package depends on {@code
 * io.github.java-diff-utils:java-diff-utils} itself.
 */
@NullMarked
package io.egressalias.drift;

import org.jspecify.annotations.NullMarked;
