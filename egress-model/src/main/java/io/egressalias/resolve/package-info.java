/**
 * Aliases resolved once for their platform: the form and its capabilities, and the protocol, target
 * port and TLS of each port with all defaults filled in.
 *
 * <p>Uses loops instead of streams: the command starts once for each document, and each start links
 * every lambda again.
 */
@NullMarked
package io.egressalias.resolve;

import org.jspecify.annotations.NullMarked;
