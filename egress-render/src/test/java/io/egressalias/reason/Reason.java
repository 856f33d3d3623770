package io.egressalias.reason;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.diagnostic.Rule;
import io.egressalias.yaml.Readers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How the reason of a rule is shown.
 *
 * <p>The file {@code reasons/EGAxxxx.yaml} has these keys:
 *
 * <ul>
 *   <li>{@code shows}: what was executed shows this
 *   <li>{@code asked}: the {@link Question}s
 *   <li>{@code test} and {@code on}: another test that executes the reason, and its programs
 *   <li>{@code rests}: what was not executed, and on what this part of the reason rests
 *   <li>{@code definition}: a rule of this format or of this program, so that no other program can
 *       be asked
 * </ul>
 */
record Reason(
    Rule rule,
    Optional<String> shows,
    List<Question> asked,
    Optional<String> test,
    List<String> on,
    Optional<String> rests,
    Optional<String> definition) {

  static final Path FOLDER = Path.of("src/test/resources/reasons");

  private static final Set<String> KEYS =
      Set.of("shows", "asked", "test", "on", "rests", "definition");

  static Path file(Rule rule) {
    return FOLDER.resolve(rule.code() + ".yaml");
  }

  static Reason of(Rule rule) {
    assertTrue(
        Files.exists(file(rule)),
        () ->
            "Add %s. It says how the reason of %s is shown: `shows` with `asked` or `test`, if a"
                    .formatted(file(rule), rule.code())
                + " program was asked; `rests`, if it was not executed; `definition`, if no other"
                + " program can be asked. Then run RuleReasonsTest and RuleClaimsTest with"
                + " -Degress.update=true.");
    Map<?, ?> keys = (Map<?, ?>) Readers.yaml12(text(file(rule))).get(0);
    Question.requireKeys(keys, KEYS);
    return new Reason(
        rule,
        optional(keys, "shows"),
        list(keys, "asked").stream().map(each -> Question.of(rule, (Map<?, ?>) each)).toList(),
        optional(keys, "test"),
        list(keys, "on").stream().map(String::valueOf).toList(),
        optional(keys, "rests"),
        optional(keys, "definition"));
  }

  boolean isExecuted() {
    return !asked.isEmpty() || test.isPresent();
  }

  /** Whether an answer supports the reason: an objection, or a call that ends otherwise. */
  boolean isShown() {
    return test.isPresent() || asked.stream().anyMatch(Question::isSupport);
  }

  /** The programs that were executed. */
  Set<String> programs() {
    Set<String> programs = new TreeSet<>(on);
    asked.forEach(question -> programs.addAll(question.programs()));
    if (programs.isEmpty() && isExecuted()) {
      programs.add("Kubernetes");
    }
    return programs;
  }

  /** A reason that was executed says what this shows, and one that was not says something else. */
  void requireComplete() {
    assertEquals(isExecuted(), shows.isPresent(), () -> rule.code() + ": `shows`");
    assertEquals(test.isPresent(), !on.isEmpty(), () -> rule.code() + ": `test` and `on`");
    assertTrue(
        isShown() || rests.isPresent() || definition.isPresent(),
        () ->
            rule.code()
                + ": no answer supports the reason, and there is neither `rests` nor `definition`");
    assertTrue(
        definition.isEmpty() || rests.isEmpty(),
        () -> rule.code() + ": a definition rests on none");
  }

  /** What the table of rules says. */
  String said() {
    StringBuilder said = new StringBuilder(shows.orElse(""));
    test.ifPresent(name -> said.append(" (`").append(name).append("`)"));
    rests.ifPresent(
        text -> said.append(said.isEmpty() ? "" : ". ").append("Not executed: ").append(text));
    definition.ifPresent(
        text -> said.append(said.isEmpty() ? "" : ". ").append("Definition: ").append(text));
    return said.toString();
  }

  private static List<?> list(Map<?, ?> keys, String key) {
    Object value = keys.get(key);
    return value == null ? List.of() : (List<?>) value;
  }

  private static Optional<String> optional(Map<?, ?> keys, String key) {
    return Optional.ofNullable(keys.get(key)).map(String::valueOf);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
