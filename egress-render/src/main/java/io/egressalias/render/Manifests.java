package io.egressalias.render;

import io.egressalias.model.EgressAlias;
import io.egressalias.model.EgressAliases;
import io.egressalias.resolve.ResolvedAlias;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The manifests of declarations without errors. An iterator renders them one at a time, and none is
 * retained.
 */
public final class Manifests implements Iterable<Manifest> {
  private final List<EgressAliases> declarations;
  private final List<String> marks;
  private final ManifestOrder order;

  private Manifests(List<EgressAliases> declarations, List<String> marks, ManifestOrder order) {
    this.declarations = declarations;
    this.marks = marks;
    this.order = order;
  }

  static Manifests of(List<EgressAliases> declarations) {
    return new Manifests(List.copyOf(declarations), List.of(), ManifestOrder.APPLY);
  }

  /** Returns the same manifests in an order. */
  public Manifests in(ManifestOrder wanted) {
    return new Manifests(declarations, marks, wanted);
  }

  /**
   * Returns the same manifests with the annotations of {@link AliasMark}.
   *
   * @param identities the value of {@link AliasMark#DECLARATION} for each declaration
   */
  public Manifests marked(List<String> identities) {
    return new Manifests(declarations, List.copyOf(identities), order);
  }

  /** Returns an iterator that renders the manifests one at a time. */
  @Override
  public Iterator<Manifest> iterator() {
    return new OneByOne();
  }

  private final class OneByOne implements Iterator<Manifest> {
    private final boolean forward = order == ManifestOrder.APPLY;
    private Iterator<Manifest> current = Collections.emptyIterator();
    private int document = forward ? -1 : declarations.size();
    private int index;
    private @Nullable EgressAliases declaration;
    private ManifestReasons reasons =
        new ManifestReasons(EgressAliases.builder().build().platform());

    @Override
    public boolean hasNext() {
      while (!current.hasNext() && advance()) {}
      return current.hasNext();
    }

    @Override
    public Manifest next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return current.next();
    }

    /**
     * Advances to the next alias, or to the position before the first alias of the next
     * declaration.
     */
    private boolean advance() {
      index += forward ? 1 : -1;
      if (declaration != null && index >= 0 && index < declaration.aliases().size()) {
        List<Manifest> manifests = manifests(declaration);
        if (!forward) {
          Collections.reverse(manifests);
        }
        current = manifests.iterator();
        return true;
      }
      document += forward ? 1 : -1;
      if (document < 0 || document >= declarations.size()) {
        return false;
      }
      declaration = declarations.get(document);
      reasons = new ManifestReasons(declaration.platform());
      index = forward ? -1 : declaration.aliases().size();
      return true;
    }

    private List<Manifest> manifests(EgressAliases of) {
      EgressAlias declared = of.aliases().get(index);
      ResolvedAlias alias = ResolvedAlias.of(of, declared);
      Composition composition = Composition.of(alias);
      String mark = marks.isEmpty() ? null : marks.get(document);
      List<Manifest> manifests = new ArrayList<>();
      for (ObjectKind kind : composition.kinds()) {
        int ordinal = 0;
        for (ObjectNode tree : kind.render(alias)) {
          ManifestSource source = new ManifestSource(of, index, kind, ordinal++, mark);
          String reason = reasons.of(composition, kind, tree);
          manifests.add(new Manifest(source.with(tree, alias.alias()), reason, document, index));
        }
      }
      return manifests;
    }
  }
}
