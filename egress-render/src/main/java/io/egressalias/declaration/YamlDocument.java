package io.egressalias.declaration;

/**
 * A stretch of a text with a document in it.
 *
 * @param text the stretch
 * @param line the line of the text that it begins in, from 1
 */
record YamlDocument(String text, int line) {}
