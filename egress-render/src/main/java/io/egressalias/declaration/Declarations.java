package io.egressalias.declaration;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.SourceLocation;
import io.egressalias.diagnostic.Validated;
import io.egressalias.model.EgressAliases;
import java.util.List;

/** What was read: the declarations, and where everything in them stands. */
public final class Declarations {
  private final List<Located> located;

  /** A declaration, and what it was read from. */
  record Located(EgressAliases declaration, String file, Tree tree) {}

  Declarations(List<Located> located) {
    this.located = List.copyOf(located);
  }

  /** Returns the declarations, in the order of the files and of the documents in them. */
  public List<EgressAliases> documents() {
    return located.stream().map(Located::declaration).toList();
  }

  /**
   * Returns the place of a field, or of the nearest thing around it that exists.
   *
   * @param document which declaration, from 0
   */
  public SourceLocation locate(int document, FieldPath path) {
    Located source = located.get(document);
    Tree.Position position = Locator.locate(source.tree(), path);
    return new SourceLocation(source.file(), position.line(), position.column());
  }

  /** Returns a finding with its place in the text. */
  Diagnostic locate(Diagnostic diagnostic) {
    return diagnostic.location().isPresent()
        ? diagnostic
        : diagnostic.at(locate(diagnostic.document(), diagnostic.path()));
  }

  /** Returns the declarations alone, with what was found about them. */
  public Validated<List<EgressAliases>> checked(List<Diagnostic> diagnostics) {
    return new Validated<>(documents(), diagnostics);
  }
}
