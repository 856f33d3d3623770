package io.egressalias.cli.usage;

import java.util.List;

/**
 * Options that exclude each other.
 *
 * @param isRequired whether a run needs one of them
 */
public record Choice(boolean isRequired, List<Option> options) {}
