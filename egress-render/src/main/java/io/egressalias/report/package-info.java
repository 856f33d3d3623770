/** From findings to text, for people and for programs. */
@NullMarked
package io.egressalias.report;

import org.jspecify.annotations.NullMarked;
