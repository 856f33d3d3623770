/** Renders aliases as manifests: pure functions, one renderer for each kind of object. */
@NullMarked
package io.egressalias.render;

import org.jspecify.annotations.NullMarked;
