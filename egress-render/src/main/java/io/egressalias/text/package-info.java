/** YAML that is read: what its plain scalars are. */
@NullMarked
package io.egressalias.text;

import org.jspecify.annotations.NullMarked;
