/** What a cluster would refuse, or accept and carry out other than declared. */
@NullMarked
package io.egressalias.check;

import org.jspecify.annotations.NullMarked;
