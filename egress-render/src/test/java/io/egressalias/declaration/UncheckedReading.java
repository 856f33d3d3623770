package io.egressalias.declaration;

import io.egressalias.internal.text.YamlDocument;
import io.egressalias.internal.text.YamlDocuments;
import io.egressalias.model.EgressAliases;
import java.util.ArrayList;
import java.util.List;

/** Reads declarations with or without errors, with placeholders for fields that cannot be read. */
public final class UncheckedReading {
  private UncheckedReading() {}

  /** Returns the declarations of a text. */
  public static List<EgressAliases> read(String file, String text) {
    return read(Source.of(file, text), Assumptions.none());
  }

  /** Returns the declarations of a source. */
  public static List<EgressAliases> read(Source source, Assumptions assumptions) {
    return read(source, assumptions, Overrides.none());
  }

  /** Returns the declarations of a source with overrides. */
  public static List<EgressAliases> read(
      Source source, Assumptions assumptions, Overrides overrides) {
    List<EgressAliases> read = new ArrayList<>();
    DocumentReader reader = new DocumentReader(assumptions, OverrideMatches.of(overrides));
    for (YamlDocument chunk : YamlDocuments.of(source.text())) {
      reader.read(source.name(), chunk);
    }
    reader.located().stream().map(Located::declaration).forEach(read::add);
    return read;
  }
}
