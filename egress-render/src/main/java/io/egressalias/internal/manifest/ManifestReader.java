package io.egressalias.internal.manifest;

import io.egressalias.declaration.Source;
import io.egressalias.internal.text.LargeText;
import io.egressalias.internal.text.YamlDocument;
import io.egressalias.internal.text.YamlDocuments;
import java.util.List;
import java.util.Optional;

/** Reads manifests as kubectl does: YAML and JSON, lists, several documents. */
public final class ManifestReader {
  private ManifestReader() {}

  /** Reads texts that make one set. A problem of one document is a finding about it alone. */
  public static ManifestSet read(List<Source> sources, ManifestFindings findings) {
    SetReading set = new SetReading(findings);
    for (Source source : sources) {
      set.begin(source);
      Optional<LargeText> large = large(source);
      if (large.isPresent()) {
        LargeReading.read(large.get(), set);
      } else if (source.unreadable().isPresent()) {
        findings.add(source.unreadable().get());
      } else {
        for (YamlDocument part : YamlDocuments.of(source.text())) {
          set.part(part);
        }
      }
    }
    return set.end();
  }

  private static Optional<LargeText> large(Source source) {
    if (!source.blocks().isEmpty()) {
      return Optional.of(new LargeText(source.blocks()));
    }
    return source.text().length() > LargeReading.USUAL
        ? Optional.of(LargeText.of(source.text()))
        : Optional.empty();
  }
}
