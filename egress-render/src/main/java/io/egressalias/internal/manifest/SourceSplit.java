package io.egressalias.internal.manifest;

import io.egressalias.declaration.Source;
import io.egressalias.internal.text.YamlDocument;
import io.egressalias.internal.text.YamlDocuments;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A text of declarations and manifests side by side, as two texts. Each has all lines of the text,
 * and those of the other are blank, so that places are the same.
 *
 * @param declarations the text with the declarations; empty: it has none
 * @param manifests the text with the manifests; empty: it has none
 * @param hasOthers whether it has documents of other tools, which neither of the two has
 */
public record SourceSplit(
    Optional<Source> declarations, Optional<Source> manifests, boolean hasOthers) {

  /** Splits a text. A text that cannot be read is one of declarations, if it is not too large. */
  public static SourceSplit of(Source source) {
    if (!source.blocks().isEmpty()) {
      return new SourceSplit(Optional.empty(), Optional.of(source), false);
    }
    if (source.unreadable().isPresent()) {
      return new SourceSplit(Optional.of(source), Optional.empty(), false);
    }
    List<YamlDocument> parts = YamlDocuments.all(source.text());
    Map<DocumentFormat, Integer> counts = new TreeMap<>();
    DocumentFormat[] formats = new DocumentFormat[parts.size()];
    for (int i = 0; i < formats.length; i++) {
      formats[i] = DocumentFormat.of(parts.get(i));
      counts.merge(formats[i], 1, Integer::sum);
    }
    return new SourceSplit(
        only(DocumentFormat.DECLARATION, source, parts, formats, counts),
        only(DocumentFormat.MANIFEST, source, parts, formats, counts),
        counts.containsKey(DocumentFormat.OTHER));
  }

  private static Optional<Source> only(
      DocumentFormat kept,
      Source source,
      List<YamlDocument> parts,
      DocumentFormat[] formats,
      Map<DocumentFormat, Integer> counts) {
    int all = parts.size() - counts.getOrDefault(DocumentFormat.NOTHING, 0);
    int count = counts.getOrDefault(kept, 0);
    if (count == 0) {
      return Optional.empty();
    }
    if (count == all) {
      return Optional.of(source);
    }
    StringBuilder text = new StringBuilder(source.text().length());
    for (int i = 0; i < formats.length; i++) {
      String part = parts.get(i).text();
      if (formats[i] == kept || formats[i] == DocumentFormat.NOTHING) {
        text.append(part);
      } else {
        appendLineEnds(part, text);
      }
    }
    Source blanked = Source.of(source.name(), text.toString());
    return Optional.of(source.directory().map(blanked::foundIn).orElse(blanked));
  }

  private static void appendLineEnds(String part, StringBuilder text) {
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      if (c == '\n' || c == '\r') {
        text.append(c);
      }
    }
  }
}
