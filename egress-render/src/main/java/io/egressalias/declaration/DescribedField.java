package io.egressalias.declaration;

import io.egressalias.declaration.Shape.Field;
import java.util.ArrayList;
import java.util.List;

/** A constant for a field of a declaration. */
interface DescribedField {

  /** Returns the key, its shape and its meaning. */
  Field field();

  /** Returns the fields of constants, in their order. */
  static List<Field> fieldsOf(DescribedField[] constants) {
    List<Field> fields = new ArrayList<>(constants.length);
    for (DescribedField constant : constants) {
      fields.add(constant.field());
    }
    return fields;
  }
}
