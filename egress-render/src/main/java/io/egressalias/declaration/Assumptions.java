package io.egressalias.declaration;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What holds where a declaration does not say. It never overrides: what contradicts a declaration
 * is a finding of {@link io.egressalias.diagnostic.Rule#CONTRADICTING_OPTION}.
 */
public final class Assumptions {
  private final OptionStyle style;
  private final Map<AssumedValue, String> values;

  private Assumptions(OptionStyle style, Map<AssumedValue, String> values) {
    this.style = style;
    this.values = values;
  }

  /** Returns no assumption. */
  public static Assumptions none() {
    return of(OptionStyle.COMMAND_LINE);
  }

  /**
   * Returns no assumption.
   *
   * @param style how findings write the options that assumptions come from
   */
  public static Assumptions of(OptionStyle style) {
    return new Assumptions(style, new EnumMap<>(AssumedValue.class));
  }

  /**
   * Returns these assumptions and one more.
   *
   * @param value null: nothing is assumed of the field
   * @throws IllegalArgumentException if the field does not admit the value
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

  /** Returns the assumed values by their fields. */
  Map<AssumedValue, String> values() {
    return values;
  }

  /** Returns the assumed values, which are the same text for the same values. */
  @Override
  public String toString() {
    return values.toString();
  }

  OptionStyle style() {
    return style;
  }
}
