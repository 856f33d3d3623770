package io.egressalias.internal.format;

/**
 * A comment.
 *
 * @param text with its {@code #}
 * @param offset the offset of its {@code #}
 * @param column the column of its {@code #}, from 0
 * @param afterBlank whether a blank line comes before it
 */
record Comment(String text, int offset, int column, boolean afterBlank) {}
