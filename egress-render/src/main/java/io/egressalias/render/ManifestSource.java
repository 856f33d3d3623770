package io.egressalias.render;

import io.egressalias.model.EgressAlias;
import io.egressalias.model.EgressAliases;
import io.egressalias.resolve.ResolvedAlias;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The values from which an object is rendered.
 *
 * @param index the index of the alias in the declaration, from 0
 * @param ordinal the index among the objects of its kind, from 0
 * @param declarationId the mark of the declaration; null: the object is not marked
 */
record ManifestSource(
    EgressAliases declaration,
    int index,
    ObjectKind kind,
    int ordinal,
    @Nullable String declarationId)
    implements Manifest.Content {

  @Override
  public EgressAlias alias() {
    return resolved().alias();
  }

  @Override
  public ObjectNode tree() {
    ResolvedAlias alias = resolved();
    return marked(kind.render(alias).get(ordinal), alias.alias());
  }

  private ResolvedAlias resolved() {
    return ResolvedAlias.of(declaration, declaration.aliases().get(index));
  }

  @Override
  public Manifest.Content light() {
    return this;
  }

  /** Returns the content with the object that was rendered from these values. */
  Manifest.Content with(ObjectNode tree, EgressAlias alias) {
    return new Rendered(marked(tree, alias), alias, this);
  }

  private ObjectNode marked(ObjectNode tree, EgressAlias alias) {
    if (declarationId != null) {
      AliasMark.put(tree, alias, declarationId);
    }
    return tree;
  }

  private record Rendered(ObjectNode tree, EgressAlias alias, ManifestSource light)
      implements Manifest.Content {}
}
