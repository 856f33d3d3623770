package io.egressalias.internal.krm;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes of a text, by offsets in the original text. Other parts of the text are copied unchanged,
 * including comments and quotes.
 */
final class Edits implements OutputPiece {
  private final String text;
  private final List<Edit> edits = new ArrayList<>();

  private record Edit(int start, int end, OutputPiece replacement) implements Comparable<Edit> {
    @Override
    public int compareTo(Edit other) {
      return Integer.compare(start, other.start);
    }
  }

  Edits(String text) {
    this.text = text;
  }

  void replace(int start, int end, String replacement) {
    replace(start, end, new Fixed(replacement));
  }

  void replace(int start, int end, OutputPiece replacement) {
    edits.add(new Edit(start, end, replacement));
  }

  void insert(int at, String addition) {
    replace(at, at, addition);
  }

  void insert(int at, OutputPiece addition) {
    replace(at, at, addition);
  }

  /** Returns an alias that stays and repeats a node that would be changed; null: none. */
  @Nullable AnchorConflict touched(List<AnchorConflict> repeats) {
    if (repeats.isEmpty()) {
      return null;
    }
    EditedRanges ranges = ranges();
    for (AnchorConflict repeat : repeats) {
      if (repeat.isTouched(ranges) && !repeat.isWithin(ranges)) {
        return repeat;
      }
    }
    return null;
  }

  private EditedRanges ranges() {
    EditedRanges ranges = new EditedRanges(edits.size());
    for (Edit edit : ordered()) {
      ranges.add(edit.start(), edit.end());
    }
    return ranges;
  }

  private List<Edit> ordered() {
    List<Edit> ordered = new ArrayList<>(edits);
    Collections.sort(ordered);
    return ordered;
  }

  /**
   * Writes the changed text; text that is inserted within a replaced range comes after the
   * replacement.
   */
  @Override
  public void writeTo(Appendable out) throws IOException {
    int from = 0;
    for (Edit edit : ordered()) {
      out.append(text, from, Math.max(from, edit.start()));
      edit.replacement().writeTo(out);
      from = Math.max(from, edit.end());
    }
    out.append(text, from, text.length());
  }
}
