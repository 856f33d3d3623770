package io.egressalias.declaration;

import io.egressalias.declaration.FieldSchema.Field;
import java.util.List;

/**
 * The path of an override.
 *
 * @param steps from the root of the document
 * @param field the field that the path names, which has a single value or is a list of strings
 */
record OverridePath(List<Step> steps, Field field) {
  OverridePath {
    steps = List.copyOf(steps);
  }

  /** One step of a path. */
  sealed interface Step {
    /**
     * The value of a key.
     *
     * @param textKey the key whose value a string has that is written instead of the map; empty:
     *     the map cannot be written as a string
     */
    record Key(String name, String textKey) implements Step {}

    /**
     * The items of a list that have a name.
     *
     * @param key the key of the name in an item
     */
    record Named(String key, String name) implements Step {}

    /**
     * An item of a list.
     *
     * @param index from 0
     */
    record Index(int index) implements Step {}
  }

  /**
   * Returns the first steps as a path that a user can type.
   *
   * @param depth the number of steps
   */
  String first(int depth) {
    StringBuilder text = new StringBuilder();
    for (Step step : steps.subList(0, depth)) {
      if (step instanceof Step.Index index) {
        text.append('[').append(index.index()).append(']');
      } else {
        text.append(text.isEmpty() ? "" : ".");
        text.append(step instanceof Step.Key key ? key.name() : ((Step.Named) step).name());
      }
    }
    return text.toString();
  }
}
