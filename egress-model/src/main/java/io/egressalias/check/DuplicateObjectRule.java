package io.egressalias.check;

import io.egressalias.diagnostic.Printable;
import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.SourceLocation;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reports two aliases of a set that render the same object. Stateful: use one instance for each
 * set.
 */
final class DuplicateObjectRule implements AliasRule {
  private static final String OTHER = "library";

  private final AliasPlaces places;

  /** The position of the first alias with each name, by namespace and name. */
  private final Map<String, Map<String, Place>> seen = new HashMap<>();

  /** The position of an alias: the index of its declaration and its index there. */
  private record Place(int document, int index) {}

  DuplicateObjectRule(AliasPlaces places) {
    this.places = places;
  }

  @Override
  public void check(AliasScope alias, FindingCollector findings) {
    String name = alias.declared().name();
    String namespace = alias.resolved().namespace();
    Map<String, Place> names = seen.get(namespace);
    if (names == null) {
      names = new HashMap<>();
      seen.put(namespace, names);
    }
    Place first = names.putIfAbsent(name, new Place(alias.document(), alias.index()));
    if (first != null) {
      findings.add(
          Rule.DUPLICATE_OBJECT,
          alias.path("name"),
          "the alias `%s` in the namespace `%s` is already declared at %s"
              .formatted(Quoted.shortened(name), Quoted.shortened(namespace), words(first, alias)),
          ("Write another name, such as `name: %s`, declare another namespace, such as `namespace: %s`,"
                  + " or remove the alias")
              .formatted(
                  NearestLabel.numbered(name, alias.index() + 1),
                  namespace.equals(OTHER) ? "shop" : OTHER));
    }
  }

  private String words(Place first, AliasScope alias) {
    String path = "`" + AliasScope.path(first.index()) + "`";
    Optional<SourceLocation> text = places.of(first.document(), first.index());
    if (text.isPresent()) {
      return "`" + Printable.line(text.get().toString()) + "` (" + path + ")";
    }
    return first.document() == alias.document()
        ? path
        : path + " of document " + (first.document() + 1);
  }
}
