package io.egressalias.declaration;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values of fields that a declaration omits. They never override: a value that contradicts a
 * declaration is a finding of {@link io.egressalias.diagnostic.Rule#CONTRADICTING_OPTION}.
 */
public final class Assumptions {
  private final OptionStyle style;
  private final Map<AssumedValue, String> values;

  private Assumptions(OptionStyle style, Map<AssumedValue, String> values) {
    this.style = style;
    this.values = values;
  }

  /** Returns assumptions without a value. */
  public static Assumptions none() {
    return of(OptionStyle.COMMAND_LINE);
  }

  /**
   * Returns assumptions without a value.
   *
   * @param style how findings write the options that supply the values
   */
  public static Assumptions of(OptionStyle style) {
    return new Assumptions(style, new EnumMap<>(AssumedValue.class));
  }

  /**
   * Returns these assumptions with a value added.
   *
   * @param value the value; null: no value for the field
   * @throws IllegalArgumentException if the value is invalid for the field
   */
  public Assumptions with(AssumedValue field, @Nullable String value) {
    if (value == null) {
      return this;
    }
    if (!field.admits(value)) {
      throw new IllegalArgumentException(
          "expected " + field.expected() + " for " + field.path() + ", found " + value);
    }
    Map<AssumedValue, String> more = new EnumMap<>(values);
    more.put(field, value);
    return new Assumptions(style, more);
  }

  /** Returns the assumed values by field. */
  Map<AssumedValue, String> values() {
    return values;
  }

  /** Returns the assumed values; equal assumptions return equal texts. */
  @Override
  public String toString() {
    return values.toString();
  }

  OptionStyle style() {
    return style;
  }
}
