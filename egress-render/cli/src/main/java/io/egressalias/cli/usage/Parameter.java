package io.egressalias.cli.usage;

/**
 * The arguments of a verb that are not options.
 *
 * @param label the name in the help, such as {@code FILE}
 * @param least the smallest number of arguments
 * @param most the largest number of arguments
 * @param words the values to offer
 * @param description the meaning, with the variables of picocli's help
 */
public record Parameter(String label, int least, int most, Words words, String description) {}
