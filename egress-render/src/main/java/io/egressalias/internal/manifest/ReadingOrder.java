package io.egressalias.internal.manifest;

import io.egressalias.declaration.Source;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.SourceLocation;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Orders findings by their input, then by their place. A finding without a place is the last. */
public final class ReadingOrder implements Comparator<Diagnostic> {
  private final Map<String, Integer> files = new HashMap<>();

  /** Creates the order of the findings in sources. */
  public ReadingOrder(List<Source> sources) {
    for (Source source : sources) {
      files.putIfAbsent(source.name(), files.size());
    }
  }

  @Override
  public int compare(Diagnostic left, Diagnostic right) {
    Optional<SourceLocation> l = left.location();
    Optional<SourceLocation> r = right.location();
    if (l.isEmpty() || r.isEmpty()) {
      return Boolean.compare(l.isEmpty(), r.isEmpty());
    }
    int byFile = Integer.compare(file(l.get()), file(r.get()));
    return byFile != 0 ? byFile : l.get().compareTo(r.get());
  }

  private int file(SourceLocation place) {
    return files.getOrDefault(place.file(), files.size());
  }
}
