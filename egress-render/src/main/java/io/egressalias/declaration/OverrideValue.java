package io.egressalias.declaration;

import io.egressalias.declaration.FieldSchema.Bool;
import io.egressalias.declaration.FieldSchema.Int;
import io.egressalias.declaration.FieldSchema.IntOrText;
import io.egressalias.declaration.FieldSchema.ListOf;
import io.egressalias.declaration.Overrides.Assignment;
import io.egressalias.internal.text.PlainScalars;
import io.egressalias.internal.text.Tree;
import io.egressalias.internal.text.Tree.Place;
import io.egressalias.internal.text.Tree.Scalar;
import io.egressalias.internal.text.Tree.Sequence;
import java.util.ArrayList;
import java.util.List;

/**
 * The value of an override. The type of the field decides how its text is read. The text never
 * becomes a map, and becomes a list only at its commas, if the field is a list.
 */
final class OverrideValue {
  private OverrideValue() {}

  static Tree of(Assignment assignment, Place place) {
    FieldSchema shape = assignment.path().field().shape();
    return shape instanceof ListOf list
        ? list(list.items(), assignment.value(), place)
        : scalar(shape, assignment.value(), place);
  }

  private static Tree list(FieldSchema items, String text, Place place) {
    List<Tree> list = new ArrayList<>();
    int start = 0;
    while (start <= text.length() && !text.isBlank()) {
      int comma = text.indexOf(',', start);
      int end = comma < 0 ? text.length() : comma;
      list.add(scalar(items, text.substring(start, end).strip(), place));
      start = end + 1;
    }
    return new Sequence(place, true, 0, list);
  }

  private static Tree scalar(FieldSchema shape, String text, Place place) {
    boolean number = shape instanceof Int || shape instanceof IntOrText;
    boolean plain =
        (number && PlainScalars.isDecimal(text))
            || (shape instanceof Bool && PlainScalars.isBoolean(text));
    return new Scalar(place, text, plain);
  }
}
