package io.egressalias.declaration;

import io.egressalias.diagnostic.SourceLocation;
import io.egressalias.diagnostic.Validated;
import io.egressalias.model.EgressAliases;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Declarations without errors, and the location of each alias. */
public final class Declarations {
  private final List<Located> located;

  Declarations(List<Located> located) {
    this.located = List.copyOf(located);
  }

  /** Returns the declarations, in the order of the files and of the documents in them. */
  public List<EgressAliases> documents() {
    List<EgressAliases> documents = new ArrayList<>(located.size());
    for (Located source : located) {
      documents.add(source.declaration());
    }
    return documents;
  }

  /** Returns the declarations without locations, with the same findings. */
  public static Validated<List<EgressAliases>> documentsOf(Validated<Declarations> read) {
    return read.map(new Documents());
  }

  /**
   * Returns the location of an alias.
   *
   * @param document the index of the declaration, from 0
   * @param alias the index of the alias in the declaration, from 0
   */
  public SourceLocation locate(int document, int alias) {
    return located.get(document).locate(alias);
  }

  /**
   * Returns the identity of each declaration, which does not depend on its content: {@code
   * apiVersion/kind/namespace/name} of the document. The namespace is empty if the document has
   * none; {@code /} and {@code %} in a namespace or name are written {@code %2F} and {@code %25}.
   */
  public List<String> identities() {
    List<String> identities = new ArrayList<>(located.size());
    for (Located source : located) {
      identities.add(source.identity());
    }
    return identities;
  }

  private static final class Documents implements Function<Declarations, List<EgressAliases>> {
    @Override
    public List<EgressAliases> apply(Declarations declarations) {
      return declarations.documents();
    }
  }
}
