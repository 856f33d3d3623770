package io.egressalias.internal.text;

/**
 * The part of a text that contains one document.
 *
 * @param text the part
 * @param line the line in which the part starts, from 1
 */
public record YamlDocument(String text, int line) {}
