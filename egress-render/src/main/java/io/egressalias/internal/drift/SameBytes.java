package io.egressalias.internal.drift;

import java.util.List;

/** Compares texts byte by byte. */
record SameBytes(HunkHeadings headings) implements Comparison.Content {

  @Override
  public List<Difference> compare(String file, Rendered rendered, String committed) {
    if (rendered.text().equals(committed)) {
      return List.of();
    }
    if (committed.replace("\r\n", "\n").equals(rendered.text())) {
      return List.of(
          new Difference(
              Difference.Kind.CHANGED,
              file,
              "differs in the ends of its lines alone, which are CRLF and are to be LF; where git"
                  + " makes them so, write `"
                  + file
                  + " text eol=lf` into `.gitattributes`"));
    }
    String diff = UnifiedDiff.between(file, committed, rendered, headings);
    return List.of(
        new Difference(
            Difference.Kind.CHANGED,
            file,
            diff.isEmpty() ? "differs, in too many lines to show them" : "differs",
            diff));
  }
}
