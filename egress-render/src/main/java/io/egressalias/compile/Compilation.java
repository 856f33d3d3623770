package io.egressalias.compile;

import io.egressalias.declaration.Assumptions;
import io.egressalias.declaration.DeclarationReader;
import io.egressalias.declaration.Declarations;
import io.egressalias.declaration.InvalidOverrideException;
import io.egressalias.declaration.Overrides;
import io.egressalias.declaration.Source;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.InvalidDeclarationException;
import io.egressalias.diagnostic.Severity;
import io.egressalias.diagnostic.SourceLocation;
import io.egressalias.diagnostic.Validated;
import io.egressalias.model.EgressAliases;
import io.egressalias.render.Manifest;
import io.egressalias.render.ManifestRenderer;
import io.egressalias.render.Manifests;
import java.util.ArrayList;
import java.util.List;

/** The sources of one set, their findings, and the manifests rendered from them. */
public final class Compilation {
  private final List<Source> sources;
  private final Validated<Declarations> read;

  private Compilation(List<Source> sources, Validated<Declarations> read) {
    this.sources = List.copyOf(sources);
    this.read = read;
  }

  /**
   * Reads and checks sources that make one set.
   *
   * @param defaults the values of fields that declarations omit
   */
  public static Compilation of(List<Source> sources, Assumptions defaults) {
    return new Compilation(sources, DeclarationReader.read(sources, defaults));
  }

  /**
   * Reads and checks sources that make one set.
   *
   * @param defaults the values of fields that declarations omit
   * @param overrides the values that replace those of declarations
   * @throws InvalidOverrideException if the path of an override selects an item of a list, such as
   *     an alias, that no declaration has
   */
  public static Compilation of(List<Source> sources, Assumptions defaults, Overrides overrides) {
    return ofEach(List.of(sources), defaults, overrides).get(0);
  }

  /**
   * Reads and checks sources that make several sets, such as one before a change and one after it.
   *
   * @param defaults the values of fields that declarations omit
   * @param overrides the values that replace those of declarations, in each set that has the field
   * @throws InvalidOverrideException if the path of an override selects an item of a list, such as
   *     an alias, that no set has
   */
  public static List<Compilation> ofEach(
      List<List<Source>> sets, Assumptions defaults, Overrides overrides) {
    List<Validated<Declarations>> read = DeclarationReader.readEach(sets, defaults, overrides);
    List<Compilation> compilations = new ArrayList<>(sets.size());
    for (int i = 0; i < sets.size(); i++) {
      compilations.add(new Compilation(sets.get(i), read.get(i)));
    }
    return compilations;
  }

  /** Returns the sources. */
  public List<Source> sources() {
    return sources;
  }

  /** Returns all findings, in the order of the sources and of their places. */
  public List<Diagnostic> diagnostics() {
    return read.diagnostics();
  }

  /**
   * Returns the declarations, in the order of the sources and of the documents in them.
   *
   * @throws InvalidDeclarationException if a finding is an error
   */
  public List<EgressAliases> declarations() {
    return read.orThrow().documents();
  }

  /** Returns whether a finding has at least this severity. */
  public boolean has(Severity severity) {
    return read.has(severity);
  }

  /**
   * Returns the manifests, which are rendered one at a time.
   *
   * @throws InvalidDeclarationException if a finding is an error
   */
  public Manifests manifests() {
    return ManifestRenderer.manifests(Declarations.documentsOf(read));
  }

  /**
   * Returns the manifests with annotations that name their alias and declaration.
   *
   * @throws InvalidDeclarationException if a finding is an error
   */
  public Manifests markedManifests() {
    return manifests().marked(read.orThrow().identities());
  }

  /**
   * Returns the identities of the declarations, as {@link Declarations#identities} writes them.
   *
   * @throws InvalidDeclarationException if a finding is an error
   */
  public List<String> identities() {
    return read.orThrow().identities();
  }

  /** Returns the location of the alias from which a manifest is rendered. */
  public SourceLocation place(Manifest manifest) {
    return read.orThrow().locate(manifest.document(), manifest.index());
  }

  /** Returns a sentence that names the alias of a manifest and the reason for the object. */
  public String explanation(Manifest manifest) {
    return "%s of the alias %s (%s): %s."
        .formatted(manifest.kind(), manifest.alias().name(), place(manifest), manifest.reason());
  }
}
