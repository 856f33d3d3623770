package io.egressalias.declaration;

import io.egressalias.declaration.FieldSchema.Field;
import io.egressalias.internal.text.Tree;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A field of a declaration. Each map of a declaration is an enum with a constant for each of its
 * fields; what is to be done for every field is a switch over the constants, which does not compile
 * until a new field has its case.
 *
 * @param <T> what the map is in the model
 * @param <B> what builds it
 */
interface DescribedField<T, B> {

  /** Returns the key, its shape and its meaning. */
  Field field();

  /**
   * Reads a value of a declaration into the model, and returns the builder.
   *
   * @param value null: the field is left out
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
