package io.egressalias.declaration;

import io.egressalias.model.DataPlane;
import io.egressalias.model.OutboundTrafficPolicy;
import io.egressalias.model.Platform;
import io.egressalias.model.Waypoint;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Values of fields that a declaration omits, and of variables in it. They never override: a value
 * that contradicts a declaration is a finding of {@link
 * io.egressalias.diagnostic.Rule#CONTRADICTING_OPTION}.
 */
public final class Assumptions {
  private final OptionStyle style;
  private final Map<AssumedValue, String> values;

  /** Null: variables are not filled in. */
  private final @Nullable Map<String, String> variables;

  private Assumptions(
      OptionStyle style,
      Map<AssumedValue, String> values,
      @Nullable Map<String, String> variables) {
    this.style = style;
    this.values = values;
    this.variables = variables;
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
    return new Assumptions(style, new TreeMap<>(), null);
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
    Map<AssumedValue, String> more = new TreeMap<>(values);
    more.put(field, value);
    return new Assumptions(style, more, variables);
  }

  /**
   * Returns these assumptions with values of variables. A part {@code ${NAME}} of a value in a
   * declaration is then replaced; without a value for the name, it is a finding of {@link
   * io.egressalias.diagnostic.Rule#VARIABLE}. A value replaces text and never adds a field, and the
   * type of the field decides whether it is a number. Keys are not replaced, and values are not
   * searched for variables. {@code $${NAME}} is the text <code>${NAME}</code>.
   */
  public Assumptions filling(Map<String, String> valuesByName) {
    return new Assumptions(style, values, Map.copyOf(valuesByName));
  }

  /** Returns the values of variables by name; null: variables are not filled in. */
  @Nullable Map<String, String> variables() {
    return variables;
  }

  /**
   * Returns the variables that a text refers to, and their values; equal values return equal texts.
   */
  public String variablesIn(String text) {
    if (variables == null) {
      return "";
    }
    SortedMap<String, String> used = new TreeMap<>();
    if (text.indexOf('\\') >= 0) {
      // An escape sequence may hide a reference.
      used.putAll(variables);
    }
    for (VariableReference part = VariableReference.next(text, 0);
        part != null;
        part = VariableReference.next(text, part.resume())) {
      String value = variables.get(part.name());
      if (value != null) {
        used.put(part.name(), value);
      }
    }
    StringBuilder all = new StringBuilder();
    for (Map.Entry<String, String> each : used.entrySet()) {
      all.append(each.getKey()).append('=').append(each.getValue().length()).append(':');
      all.append(each.getValue()).append('\n');
    }
    return all.toString();
  }

  /** Returns the platform of the assumed values. */
  public Platform platform() {
    Platform.Builder platform = Platform.builder();
    for (Map.Entry<AssumedValue, String> each : values.entrySet()) {
      String value = each.getValue();
      Platform.Builder unused =
          switch (each.getKey()) {
            case ISTIO -> platform.istio(value);
            case KUBERNETES -> platform.kubernetes(value);
            case CLUSTER_DOMAIN -> platform.clusterDomain(value);
            case OUTBOUND_TRAFFIC_POLICY ->
                platform.outboundTrafficPolicy(OutboundTrafficPolicy.valueOf(value));
            case DATA_PLANE -> platform.dataPlane(DataPlane.of(value));
            case WAYPOINT -> platform.waypoint(Waypoint.parse(value));
            case NAMESPACE -> platform;
          };
    }
    return platform.build();
  }

  /** Returns the assumed values by field. */
  Map<AssumedValue, String> values() {
    return values;
  }

  /**
   * Returns the assumed values, and whether variables are filled in; equal assumptions return equal
   * texts.
   */
  @Override
  public String toString() {
    return variables == null ? values.toString() : values + " and variables";
  }

  OptionStyle style() {
    return style;
  }
}
