package io.egressalias.declaration;

import io.egressalias.declaration.FieldSchema.Field;
import io.egressalias.internal.text.Tree;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A field of a declaration. Each map of a declaration is an enum with a constant for each field.
 * Code that handles every field is a switch over the constants, so that a new field fails the
 * compilation until each switch handles it.
 *
 * @param <T> the type of the map in the model
 * @param <B> the type of its builder
 */
interface DescribedField<T, B> {

  /** Returns the key, the schema and the meaning. */
  Field field();

  /**
   * Reads the value of this field into the builder of the model, and returns the builder.
   *
   * @param value the value; null: the field is absent
   */
  B read(@Nullable Tree value, B builder);

  /** Returns what to write for a value of the model; null: the field is left out. */
  @Nullable JsonNode write(T value);

  /** Returns the fields of constants, in their order. */
  static List<Field> fieldsOf(DescribedField<?, ?>[] constants) {
    List<Field> fields = new ArrayList<>(constants.length);
    for (DescribedField<?, ?> constant : constants) {
      fields.add(constant.field());
    }
    return fields;
  }
}
