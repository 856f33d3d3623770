package io.egressalias.declaration;

import java.util.List;

/**
 * What a reader has to know of a field.
 *
 * @param name the key
 * @param type the type, as {@code kubectl explain} writes it: {@code string}, {@code []Object}
 * @param required whether a declaration without it is wrong
 * @param meaning what the field means, in sentences
 * @param fallback what holds where the field is left out; empty: nothing to say of it
 * @param allowed the words or the range that a value is one of; empty: any value of the type
 * @param availability the targets, forms and releases that support the field; empty: all
 * @param example a value, as it is written behind the key
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
