/**
 * What a verb of the command accepts, and how its arguments are read. One table describes the
 * options of a verb. {@link UsualArguments} reads usual arguments from it at little cost; picocli
 * reads all others, prints help and writes completions with a model that comes from the same table.
 */
@NullMarked
package io.egressalias.cli.usage;

import org.jspecify.annotations.NullMarked;
