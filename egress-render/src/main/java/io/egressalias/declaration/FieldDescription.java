package io.egressalias.declaration;

import java.util.List;

/**
 * The documentation of a field.
 *
 * @param name the key
 * @param type the type, as {@code kubectl explain} writes it: {@code string}, {@code []Object}
 * @param required whether the field is required
 * @param meaning what the field means, in sentences
 * @param fallback the behavior if the field is absent; empty: not described
 * @param allowed the allowed words or the range; empty: any value of the type
 * @param availability the targets, forms and releases that support the field; empty: all
 * @param example a value, as written after the key
 * @param fields the fields of the value, or of its items
 */
public record FieldDescription(
    String name,
    String type,
    boolean required,
    String meaning,
    String fallback,
    String allowed,
    String availability,
    String example,
    List<FieldDescription> fields) {

  /** Copies the list. */
  public FieldDescription {
    fields = List.copyOf(fields);
  }
}
