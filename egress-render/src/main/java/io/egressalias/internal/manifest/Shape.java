package io.egressalias.internal.manifest;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The types of the fields that an import reads. */
sealed interface Shape {

  /** A scalar, or a value of any type. */
  enum Leaf implements Shape {
    /** Text that may hold a variable. */
    TEXT,
    /** Text that another tool may read, such as the value of an annotation. */
    NOTE,
    /** A whole number. */
    WHOLE,
    /** A whole number, or text. */
    TEXT_OR_WHOLE,
    /** A boolean. */
    FLAG,
    /** Any value; an import does not read it. */
    ANY
  }

  /** A map with keys that have types; other keys have any value. */
  record Fields(Map<String, Shape> shapes) implements Shape {
    Shape of(String key) {
      @Nullable Shape known = shapes.get(key);
      return known == null ? Leaf.ANY : known;
    }
  }

  /** A map with values of one type. */
  record MapOf(Shape value) implements Shape {}

  /** A list with items of one type. */
  record ListOf(Shape item) implements Shape {}
}
