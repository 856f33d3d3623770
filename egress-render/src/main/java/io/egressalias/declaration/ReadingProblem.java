package io.egressalias.declaration;

import io.egressalias.diagnostic.Rule;
import io.egressalias.internal.text.Tree.Position;

/** The reason why a text cannot be read. */
record ReadingProblem(Rule rule, Position position, String message, String remedy) {}
