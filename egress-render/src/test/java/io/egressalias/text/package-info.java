/** YAML that is read, and the places in it. */
@NullMarked
package io.egressalias.text;

import org.jspecify.annotations.NullMarked;
