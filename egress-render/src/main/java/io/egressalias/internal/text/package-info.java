/** YAML that is read: one located tree, its limits, and what its plain scalars are. */
@NullMarked
package io.egressalias.internal.text;

import org.jspecify.annotations.NullMarked;
