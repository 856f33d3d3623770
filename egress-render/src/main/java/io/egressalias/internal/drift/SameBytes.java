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
              "differs only in line endings: expected LF, found CRLF; if git converts them, add `"
                  + file
                  + " text eol=lf` to `.gitattributes`"));
    }
    String diff = UnifiedDiff.between(file, committed, rendered, headings);
    return List.of(
        new Difference(
            Difference.Kind.CHANGED,
            file,
            diff.isEmpty() ? "differs in too many lines to show" : "differs",
            diff));
  }
}
