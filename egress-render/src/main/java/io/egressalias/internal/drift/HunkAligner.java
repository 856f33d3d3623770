package io.egressalias.internal.drift;

import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import com.github.difflib.patch.DeleteDelta;
import com.github.difflib.patch.DeltaType;
import com.github.difflib.patch.InsertDelta;
import com.github.difflib.patch.Patch;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Moves added and deleted lines to the start of an object. Objects start and end with the same
 * lines, so a diff can show an added object as the end of one object and most of the next.
 */
final class HunkAligner {
  /** The first line of an object in YAML and in JSON. */
  private static final Set<String> OBJECTS = Set.of("---", Rendered.ITEM);

  private final List<String> old;
  private final List<String> now;

  HunkAligner(List<String> old, List<String> now) {
    this.old = old;
    this.now = now;
  }

  static boolean isObject(String line) {
    return OBJECTS.contains(line);
  }

  /** A comment is above the object that it describes. */
  static boolean isComment(String line) {
    return line.startsWith("#");
  }

  Patch<String> moved(Patch<String> patch) {
    List<AbstractDelta<String>> deltas = patch.getDeltas();
    Patch<String> moved = new Patch<>(deltas.size());
    int free = 0;
    for (int i = 0; i < deltas.size(); i++) {
      int end = i + 1 < deltas.size() ? start(deltas.get(i + 1)) : old.size();
      AbstractDelta<String> delta = moved(deltas.get(i), free, end);
      moved.addDelta(delta);
      free = end(delta);
    }
    return moved;
  }

  private static int start(AbstractDelta<String> delta) {
    return delta.getSource().getPosition();
  }

  private static int end(AbstractDelta<String> delta) {
    return start(delta) + delta.getSource().size();
  }

  /**
   * The lines from {@code free} to {@code end} of the old text are those of the delta and kept
   * ones.
   */
  private AbstractDelta<String> moved(AbstractDelta<String> delta, int free, int end) {
    int up = start(delta) - free;
    int down = end - end(delta);
    if (delta.getType() == DeltaType.INSERT) {
      int shift = shift(now, delta.getTarget(), up, down);
      return new InsertDelta<>(
          at(old, delta.getSource(), shift), at(now, delta.getTarget(), shift));
    }
    if (delta.getType() == DeltaType.DELETE) {
      int shift = shift(old, delta.getSource(), up, down);
      return new DeleteDelta<>(
          at(old, delta.getSource(), shift), at(now, delta.getTarget(), shift));
    }
    return delta;
  }

  private static Chunk<String> at(List<String> lines, Chunk<String> chunk, int shift) {
    int start = chunk.getPosition() + shift;
    return new Chunk<>(start, List.copyOf(lines.subList(start, start + chunk.size())));
  }

  /** Returns the distance to a comment or to the start of an object; 0 if there is neither. */
  private static int shift(List<String> lines, Chunk<String> chunk, int up, int down) {
    int start = chunk.getPosition();
    int size = chunk.size();
    Optional<Integer> object = Optional.empty();
    for (int shift = first(lines, start, size, up); shift <= down; shift++) {
      if (shift > 0 && !lines.get(start + shift - 1).equals(lines.get(start + size + shift - 1))) {
        break;
      }
      String line = lines.get(start + shift);
      if (isComment(line)) {
        return shift;
      }
      if (isObject(line) && object.isEmpty()) {
        object = Optional.of(shift);
      }
    }
    return object.orElse(0);
  }

  /** Returns the largest distance by which the delta can move up without changing its meaning. */
  private static int first(List<String> lines, int start, int size, int up) {
    int shift = 0;
    while (-shift < up
        && lines.get(start + shift - 1).equals(lines.get(start + shift + size - 1))) {
      shift--;
    }
    return shift;
  }
}
