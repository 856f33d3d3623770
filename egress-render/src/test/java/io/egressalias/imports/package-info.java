/** Tests of the import of manifests. */
@NullMarked
package io.egressalias.imports;

import org.jspecify.annotations.NullMarked;
