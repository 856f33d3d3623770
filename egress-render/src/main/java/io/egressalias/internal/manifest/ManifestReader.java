package io.egressalias.internal.manifest;

import io.egressalias.declaration.Source;
import io.egressalias.internal.text.YamlDocument;
import io.egressalias.internal.text.YamlDocuments;
import java.util.List;

/** Reads manifests as kubectl does: YAML and JSON, lists, several documents. */
public final class ManifestReader {
  private ManifestReader() {}

  /** Reads texts that make one set. A problem of one document is a finding about it alone. */
  public static ManifestSet read(List<Source> sources, ManifestFindings findings) {
    SetReading set = new SetReading(findings);
    for (Source source : sources) {
      set.begin(source);
      if (source.unreadable().isPresent()) {
        findings.add(source.unreadable().get());
      } else {
        for (YamlDocument part : YamlDocuments.of(source.text())) {
          set.part(part);
        }
      }
    }
    return set.end();
  }
}
