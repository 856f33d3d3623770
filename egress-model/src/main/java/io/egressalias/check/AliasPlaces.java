package io.egressalias.check;

import io.egressalias.diagnostic.SourceLocation;
import java.util.Optional;

/** The locations of aliases in texts, for messages that name another alias. */
@FunctionalInterface
public interface AliasPlaces {
  /**
   * Returns the location of an alias; empty if the declaration was not read from a text.
   *
   * @param document the index of the declaration in the set, from 0
   * @param alias the index of the alias in the declaration, from 0
   */
  Optional<SourceLocation> of(int document, int alias);
}
