package io.egressalias.internal.format;

import io.egressalias.internal.format.Node.Collection;
import java.util.List;

/**
 * A document with its comments.
 *
 * @param top the comments before its first value; they stay at the top
 * @param afterTop whether a blank line comes after them
 * @param root the map
 */
record CommentedDocument(List<Comment> top, boolean afterTop, Collection root) {}
