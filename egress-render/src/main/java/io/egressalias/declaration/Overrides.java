package io.egressalias.declaration;

import java.util.ArrayList;
import java.util.List;

/**
 * Values that replace those of declarations. A value is read by the type of its field and never as
 * YAML. The usual rules apply to it.
 */
public final class Overrides {
  private static final Overrides NONE = of(OptionStyle.COMMAND_LINE);

  private final OptionStyle style;
  private final List<Assignment> list;

  /**
   * One value.
   *
   * @param given the path as given
   */
  record Assignment(OverridePath path, String given, String value, OptionStyle style) {

    /** Returns the override, as messages name it. */
    String option() {
      return style.assigned(given, value);
    }
  }

  private Overrides(OptionStyle style, List<Assignment> list) {
    this.style = style;
    this.list = List.copyOf(list);
  }

  /** Returns overrides without a value. */
  public static Overrides none() {
    return NONE;
  }

  /**
   * Returns overrides without a value.
   *
   * @param style how findings write the options that supply the values
   */
  public static Overrides of(OptionStyle style) {
    return new Overrides(style, List.of());
  }

  /**
   * Returns these overrides with a value added, which takes precedence over earlier ones.
   *
   * @param path the field, such as {@code platform.istio}, {@code
   *     aliases.payments.ports.https.port} or {@code aliases[0].endpoints}; a leading {@code spec.}
   *     may be left out. An item of a list is selected by its name, or by its index in brackets. A
   *     name selects every alias with this name. An optional field may be absent from the
   *     declaration; an item may not.
   * @param value the value; the items of a list are separated by commas
   * @throws InvalidOverrideException if no declaration can have a field with the path
   */
  public Overrides with(String path, String value) {
    OverridePath read = OverridePathReader.read(path, style.assigned(path, value));
    List<Assignment> more = new ArrayList<>(list);
    more.add(new Assignment(read, path, value, style));
    return new Overrides(style, more);
  }

  List<Assignment> list() {
    return list;
  }

  /** Returns paths and values; equal overrides return equal texts. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Assignment each : list) {
      text.append(each.given().length()).append(':').append(each.given());
      text.append(each.value().length()).append(':').append(each.value()).append('\n');
    }
    return text.toString();
  }
}
