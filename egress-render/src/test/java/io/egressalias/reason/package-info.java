/** Tests of the reasons of rules: other programs show what each rule says. */
@NullMarked
package io.egressalias.reason;

import org.jspecify.annotations.NullMarked;
