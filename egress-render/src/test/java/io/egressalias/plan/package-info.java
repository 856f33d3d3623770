/** Plans, as text in and text out; what a server makes of them is tested beside the server. */
@NullMarked
package io.egressalias.plan;

import org.jspecify.annotations.NullMarked;
