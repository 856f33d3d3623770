package io.egressalias.declaration;

import io.egressalias.declaration.FieldSchema.Field;
import io.egressalias.declaration.FieldSchema.Fields;
import io.egressalias.declaration.FieldSchema.ListOf;
import io.egressalias.declaration.FieldSchema.TextOrFields;
import io.egressalias.internal.format.KeyOrder;
import org.jspecify.annotations.Nullable;

/**
 * The order of the field reference.
 *
 * @param fields the fields of the map; null: it has no known fields
 */
record FieldOrder(@Nullable Fields fields) implements KeyOrder {
  static final FieldOrder DOCUMENT = new FieldOrder(DeclarationSchema.DOCUMENT);

  private static final FieldOrder NONE = new FieldOrder(null);

  @Override
  public int rank(String key) {
    if (fields == null) {
      return 0;
    }
    int rank = 0;
    for (Field field : fields.fields()) {
      if (field.name().equals(key)) {
        return rank;
      }
      rank++;
    }
    return rank;
  }

  @Override
  public KeyOrder in(String key) {
    Field field = fields == null ? null : fields.field(key);
    return field == null ? NONE : of(field.shape());
  }

  private static FieldOrder of(FieldSchema shape) {
    if (shape instanceof ListOf list) {
      return of(list.items());
    }
    if (shape instanceof TextOrFields either) {
      return new FieldOrder(either.fields());
    }
    return shape instanceof Fields inner ? new FieldOrder(inner) : NONE;
  }
}
