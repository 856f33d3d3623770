package io.egressalias.object;

import tools.jackson.databind.JsonNode;

/**
 * A field that the API server refuses to change.
 *
 * @param pointer the position in the object, as a JSON pointer
 * @param absent the value if an object does not have the field
 * @param words the name of the field in a message
 */
public record ImmutableField(String pointer, String absent, String words) {

  /** Returns whether two versions of an object have different values in the field. */
  public boolean differs(JsonNode old, JsonNode now) {
    return !value(old).equals(value(now));
  }

  private String value(JsonNode object) {
    return object.at(pointer).asString(absent);
  }
}
