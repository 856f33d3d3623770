/** Egress aliases as values: typed, immutable, and free of any opinion about text or files. */
@NullMarked
@ModelStyle
package io.egressalias.model;

import org.jspecify.annotations.NullMarked;
