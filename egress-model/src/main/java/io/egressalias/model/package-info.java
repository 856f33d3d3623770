/**
 * Egress aliases as typed, immutable values that are independent of texts and files.
 *
 * <p>Uses loops instead of streams: the command starts once for each document, and each start links
 * every lambda again.
 */
@NullMarked
@ModelStyle
package io.egressalias.model;

import org.jspecify.annotations.NullMarked;
