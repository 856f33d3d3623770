@NullMarked
package io.egressalias.report;

import org.jspecify.annotations.NullMarked;
