package io.egressalias.reason;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.RuleCase;
import io.egressalias.declaration.Assumptions;
import io.egressalias.declaration.Source;
import io.egressalias.declaration.UncheckedReading;
import io.egressalias.diagnostic.Rule;
import io.egressalias.render.UncheckedRendering;
import io.egressalias.yaml.ManifestYaml;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question about objects, and the expected answer.
 *
 * @param ask {@code check}, {@code envoy} and {@code waypoint}: the judge's commands; {@code wire}:
 *     calls through a real Envoy
 * @param of {@code wrong} or {@code right}: the objects that the example renders, with or without
 *     errors; {@code text}: the declaration or the manifests in {@code text}
 * @param change texts of the input that are replaced by others
 * @param applied whether each object has the annotation that {@code kubectl apply} adds
 * @param namespace the namespace in which objects without one are applied
 * @param options of the program
 * @param says {@code error}, {@code warning} or {@code info} and the source of the finding, or
 *     {@code nothing}
 * @param calls URLs, each with words of the answer if the call is carried as declared
 * @param carried {@code otherwise} or {@code declared}
 */
record Question(
    Rule rule,
    String ask,
    String of,
    Map<String, String> change,
    Optional<String> text,
    boolean applied,
    Optional<String> namespace,
    List<String> options,
    String says,
    Map<String, String> calls,
    String carried) {

  private static final Set<String> KEYS =
      Set.of(
          "ask",
          "of",
          "change",
          "text",
          "applied",
          "namespace",
          "options",
          "says",
          "calls",
          "carried");

  private static final Map<String, String> EMPTY = Map.of();

  static Question of(Rule rule, Map<?, ?> keys) {
    requireKeys(keys, KEYS);
    Optional<String> text = Optional.ofNullable(keys.get("text")).map(String::valueOf);
    String of = word(keys, "of", text.isPresent() ? "text" : "wrong");
    String ask = word(keys, "ask", "check");
    assertTrue(Set.of("check", "envoy", "waypoint", "wire").contains(ask), ask);
    Map<String, String> calls = map(keys.get("calls"));
    assertEquals(ask.equals("check"), calls.isEmpty(), () -> rule.code() + ": `calls`");
    return new Question(
        rule,
        ask,
        of,
        map(keys.get("change")),
        text,
        keys.containsKey("applied"),
        Optional.ofNullable(keys.get("namespace")).map(String::valueOf),
        keys.get("options") instanceof List<?> options
            ? options.stream().map(String::valueOf).toList()
            : ask.equals("check") ? List.of() : List.of("--namespace", "shop"),
        word(keys, "says", "nothing"),
        calls,
        word(keys, "carried", of.equals("right") ? "declared" : "otherwise"));
  }

  /** A misspelled key fails. */
  static void requireKeys(Map<?, ?> keys, Set<String> known) {
    keys.keySet().forEach(key -> assertTrue(known.contains(String.valueOf(key)), key::toString));
  }

  /** The manifests that the question is about. */
  String manifests() {
    String input = text.orElseGet(() -> new RuleCase(rule).source(of + ".yaml").text());
    for (Map.Entry<String, String> each : change.entrySet()) {
      assertTrue(input.contains(each.getKey()), each::getKey);
      input = input.replace(each.getKey(), each.getValue());
    }
    if (!input.contains("kind: EgressAliases\n")) {
      return input;
    }
    String rendered =
        ManifestYaml.write(
            UncheckedRendering.render(
                UncheckedReading.read(Source.of(of, input), Assumptions.none())));
    if (namespace.isPresent()) {
      String metadata = "metadata:\n  ";
      return rendered.replace(metadata, metadata + "namespace: " + namespace.get() + "\n  ");
    }
    return applied ? Applied.of(rendered) : rendered;
  }

  /** Whether the expected answer is an objection, or a call that ends otherwise than declared. */
  boolean isSupport() {
    return ask.equals("check") ? !says.equals("nothing") : carried.equals("otherwise");
  }

  /** The programs that answer. */
  Set<String> programs() {
    return switch (ask) {
      case "envoy", "waypoint" -> Set.of("Istio");
      case "wire" -> Set.of("Istio", "Envoy");
      default -> says.contains(" istio") || says.contains(" analyze") ? Set.of("Istio") : checked();
    };
  }

  private Set<String> checked() {
    return says.equals("nothing") ? Set.of() : Set.of("Kubernetes");
  }

  /** Returns the question as it is printed. */
  @Override
  public String toString() {
    StringBuilder printed = new StringBuilder(ask);
    options.forEach(option -> printed.append(' ').append(option));
    printed.append(": ").append(of.equals("text") ? "the text" : of + ".yaml");
    change.forEach(
        (from, to) ->
            printed.append(", `%s` instead of `%s`".formatted(oneLine(to), oneLine(from))));
    namespace.ifPresent(name -> printed.append(", in the namespace ").append(name));
    return printed.append(applied ? ", applied by kubectl" : "").toString();
  }

  private static String oneLine(String text) {
    return text.replace("\n", "\\n");
  }

  private static String word(Map<?, ?> keys, String key, String otherwise) {
    Object value = keys.get(key);
    return value == null ? otherwise : value.toString();
  }

  private static Map<String, String> map(@Nullable Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      return EMPTY;
    }
    Map<String, String> strings = new LinkedHashMap<>();
    map.forEach((key, each) -> strings.put(String.valueOf(key), String.valueOf(each)));
    return strings;
  }
}
