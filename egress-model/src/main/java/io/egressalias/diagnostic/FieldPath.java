package io.egressalias.diagnostic;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in a declaration, such as {@code spec.aliases[0].ports[1].name}; it does not depend on a
 * file. Keys that are not plain words are in brackets: {@code metadata.labels[example.com/team]}.
 *
 * @param steps from the root of the document; empty for the document itself
 */
public record FieldPath(List<Step> steps) {

  private static final FieldPath ROOT = new FieldPath(List.of());

  /** One step of a path. */
  public sealed interface Step {
    /**
     * The value of a key.
     *
     * @param key as written
     */
    record Key(String key) implements Step {
      // Written out, because a start would take several milliseconds to make these methods.
      @Override
      public boolean equals(@Nullable Object other) {
        return other instanceof Key that && key.equals(that.key);
      }

      @Override
      public int hashCode() {
        return key.hashCode();
      }

      private String text() {
        return isWord() ? "." + key : "[" + Quoted.printable(key) + "]";
      }

      private boolean isWord() {
        for (int i = 0; i < key.length(); i++) {
          char c = key.charAt(i);
          boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
          boolean digit = c >= '0' && c <= '9';
          if (!letter && (i == 0 || !digit)) {
            return false;
          }
        }
        return !key.isEmpty();
      }
    }

    /**
     * An item of a list.
     *
     * @param index from 0
     */
    record Index(int index) implements Step {
      @Override
      public boolean equals(@Nullable Object other) {
        return other instanceof Index that && index == that.index;
      }

      @Override
      public int hashCode() {
        return index;
      }
    }
  }

  public FieldPath {
    steps = List.copyOf(steps);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FieldPath that && steps.equals(that.steps);
  }

  @Override
  public int hashCode() {
    return steps.hashCode();
  }

  /** Returns the path of the document. */
  public static FieldPath root() {
    return ROOT;
  }

  /** Returns a path of keys, such as {@code of("spec", "aliases")}. */
  public static FieldPath of(String... keys) {
    FieldPath path = ROOT;
    for (String key : keys) {
      path = path.key(key);
    }
    return path;
  }

  /** Returns the path of the value of a key below this path. */
  public FieldPath key(String key) {
    return plus(new Step.Key(key));
  }

  /**
   * Returns the path of an item below this path.
   *
   * @param index from 0
   */
  public FieldPath index(int index) {
    return plus(new Step.Index(index));
  }

  /** Returns whether a path equals this one or is below it. */
  public boolean contains(FieldPath other) {
    return other.steps.size() >= steps.size() && other.steps.subList(0, steps.size()).equals(steps);
  }

  private FieldPath plus(Step last) {
    return new FieldPath(stepsAnd(last));
  }

  /** A list of a known size needs no copy of its items, and each alias has some paths. */
  private List<Step> stepsAnd(Step last) {
    List<Step> s = steps;
    return switch (s.size()) {
      case 2 -> List.of(s.get(0), s.get(1), last);
      case 3 -> List.of(s.get(0), s.get(1), s.get(2), last);
      case 4 -> List.of(s.get(0), s.get(1), s.get(2), s.get(3), last);
      case 5 -> List.of(s.get(0), s.get(1), s.get(2), s.get(3), s.get(4), last);
      default -> copyAnd(last);
    };
  }

  private List<Step> copyAnd(Step last) {
    Step[] longer = steps.toArray(new Step[steps.size() + 1]);
    longer[steps.size()] = last;
    return List.of(longer);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Step step : steps) {
      if (step instanceof Step.Key key) {
        text.append(key.text());
      } else if (step instanceof Step.Index index) {
        text.append('[').append(index.index()).append(']');
      }
    }
    return text.length() > 0 && text.charAt(0) == '.' ? text.substring(1) : text.toString();
  }
}
