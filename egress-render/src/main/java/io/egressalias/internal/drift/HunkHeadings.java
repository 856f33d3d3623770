package io.egressalias.internal.drift;

import io.egressalias.diagnostic.Printable;
import io.egressalias.diagnostic.SourceLocation;
import io.egressalias.render.Manifest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Writes the headings of hunks, which name the declarations of the changed objects. */
record HunkHeadings(Function<Manifest, SourceLocation> places) {
  private static final int MOST = 3;

  private static final String NOWHERE = "declared no more";

  /** The objects of a hunk. */
  static final class Subjects {
    private final Set<Manifest> manifests = new LinkedHashSet<>();
    private boolean gone;

    void add(Manifest manifest) {
      manifests.add(manifest);
    }

    void addWhatIsGone() {
      gone = true;
    }
  }

  String of(Subjects subjects) {
    Set<String> aliases = new LinkedHashSet<>();
    subjects.manifests.forEach(manifest -> aliases.add(of(manifest)));
    List<String> shown = new ArrayList<>(aliases.stream().limit(MOST).toList());
    if (aliases.size() > MOST) {
      shown.add("and " + (aliases.size() - MOST) + " more");
    }
    if (subjects.gone) {
      shown.add(NOWHERE);
    }
    return String.join(", ", shown);
  }

  String of(Manifest manifest) {
    return Printable.line("alias " + manifest.alias().name() + " from " + places.apply(manifest));
  }
}
