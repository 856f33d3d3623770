package io.egressalias.declaration;

import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.SourceLocation;
import io.egressalias.internal.text.Tree;
import io.egressalias.internal.text.Tree.Position;
import io.egressalias.model.EgressAliases;
import java.util.List;
import java.util.Optional;

/**
 * A declaration with its identity and the location of each alias. The text and its tree are not
 * retained, because they would use most of the memory.
 */
final class Located {
  private static final FieldPath ALIASES = FieldPath.of("spec", "aliases");

  private final EgressAliases declaration;
  private final String file;
  private final boolean embedded;
  private final String identity;

  /** The line of each alias, followed by its column. */
  private final int[] places;

  Located(EgressAliases declaration, String file, boolean embedded, Tree tree) {
    this.declaration = declaration;
    this.file = file;
    this.embedded = embedded;
    this.identity = DeclarationIdentity.of(tree);
    this.places = new int[2 * declaration.aliases().size()];
    List<Tree> items = tree.itemsAt("spec", "aliases");
    for (int i = 0; i < declaration.aliases().size(); i++) {
      Position position =
          i < items.size() ? items.get(i).position() : Locator.locate(tree, ALIASES);
      places[2 * i] = position.line();
      places[2 * i + 1] = position.column();
    }
  }

  EgressAliases declaration() {
    return declaration;
  }

  String identity() {
    return identity;
  }

  /** Returns the location of an alias for a message; empty if the user has no text with it. */
  Optional<SourceLocation> named(int alias) {
    return embedded ? Optional.empty() : Optional.of(locate(alias));
  }

  SourceLocation locate(int alias) {
    return new SourceLocation(file, places[2 * alias], places[2 * alias + 1]);
  }
}
