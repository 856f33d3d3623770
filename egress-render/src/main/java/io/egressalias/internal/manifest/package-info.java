/** Manifests that people and tools wrote: the objects of a set, with their places. */
@NullMarked
package io.egressalias.internal.manifest;

import org.jspecify.annotations.NullMarked;
