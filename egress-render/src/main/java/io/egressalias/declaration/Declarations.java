package io.egressalias.declaration;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.SourceLocation;
import io.egressalias.diagnostic.Validated;
import io.egressalias.model.EgressAliases;
import io.egressalias.text.Tree;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Declarations without errors that were read, and the place of everything in them. */
public final class Declarations {
  /** Rules about a key, whatever its value is. */
  private static final Set<Rule> OF_KEYS =
      EnumSet.of(Rule.LABEL_KEY, Rule.ANNOTATION_KEY, Rule.RESERVED_KEY);

  private final List<Located> located;

  /** A declaration, and what it was read from. */
  record Located(EgressAliases declaration, String file, Tree tree) {

    /** Returns a finding about the declaration with its place in the text. */
    Diagnostic locate(Diagnostic diagnostic) {
      return diagnostic.at(
          at(
              OF_KEYS.contains(diagnostic.rule())
                  ? Locator.locateKey(tree, diagnostic.path())
                  : Locator.locate(tree, diagnostic.path())));
    }

    private SourceLocation at(Tree.Position position) {
      return new SourceLocation(file, position.line(), position.column());
    }
  }

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

  /** Returns the declarations alone, with the same findings. */
  public static Validated<List<EgressAliases>> documentsOf(Validated<Declarations> read) {
    return read.map(new Documents());
  }

  /**
   * Returns the place of a field, or of the nearest thing around it that exists.
   *
   * @param document which declaration, from 0
   */
  public SourceLocation locate(int document, FieldPath path) {
    Located source = located.get(document);
    return source.at(Locator.locate(source.tree(), path));
  }

  /**
   * Returns what tells a declaration from others, whatever it declares: {@code
   * apiVersion/kind/namespace/name} of the document. The namespace is empty where the document
   * names none; {@code /} and {@code %} in a namespace or name are written {@code %2F} and {@code
   * %25}.
   *
   * @param document which declaration, from 0
   */
  public String identity(int document) {
    return Identity.of(located.get(document).tree());
  }

  private static final class Documents implements Function<Declarations, List<EgressAliases>> {
    @Override
    public List<EgressAliases> apply(Declarations declarations) {
      return declarations.documents();
    }
  }
}
