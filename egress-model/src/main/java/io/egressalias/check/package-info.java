/**
 * Rules about what a cluster refuses, or accepts and carries out other than declared.
 *
 * <p>Code that runs without a finding uses loops instead of streams: the command starts once for
 * each document, and each start links every lambda again.
 */
@NullMarked
package io.egressalias.check;

import org.jspecify.annotations.NullMarked;
