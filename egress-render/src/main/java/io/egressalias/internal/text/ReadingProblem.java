package io.egressalias.internal.text;

import io.egressalias.diagnostic.Rule;
import io.egressalias.internal.text.Tree.Position;

/** The reason why a text cannot be read. */
public record ReadingProblem(Rule rule, Position position, String message, String remedy) {}
