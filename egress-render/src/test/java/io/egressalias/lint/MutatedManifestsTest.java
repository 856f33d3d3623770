package io.egressalias.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.Golden;
import io.egressalias.lint.MutatedSets.End;
import io.egressalias.lint.MutatedSets.Mutated;
import io.egressalias.yaml.Readers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/**
 * Right sets with one mistake. The judge says whether their calls end otherwise; the linter must
 * then find something. What it does not find is in {@code lint/mutations.yaml} with the reason, and
 * the counts of more than 1,000 sets are approved.
 */
final class MutatedManifestsTest {
  private static final Path FOLDER = Path.of("src/test/resources/lint");
  private static final int READ = 3000;
  private static final int FEWEST = 200;
  private static final int MANY = 5;

  /** Sets with up to three mistakes. */
  @Test
  void linterNeverFails() {
    List<RightSet> sets = RightSet.all();
    assertTrue(sets.size() >= FEWEST, () -> "only " + sets.size() + " sets are right");
    for (int i = 0; i < READ; i++) {
      List<ObjectNode> objects = sets.get(i % sets.size()).objects();
      for (int k = 0; k <= i % 3; k++) {
        objects = ManifestMutation.of(objects, new Random(3L * i + k)).objects();
      }
      String text = ManifestMutation.text(objects);
      try {
        RightSet.found(text);
      } catch (RuntimeException e) {
        throw new AssertionError(text, e);
      }
    }
  }

  @Test
  void whatIsCarriedOtherwiseIsFoundOrKnown() throws IOException {
    List<Mutated> mutated = MutatedSets.of(RightSet.all(), 1);
    assertKnown(mutated, "not found", Mutated::isMissed);
    assertKnown(mutated, "errors", Mutated::isAlarm);
  }

  @Test
  @Tag("long")
  void countsAreAsApproved() throws IOException {
    List<Mutated> mutated = MutatedSets.of(RightSet.all(), MANY);
    String counts =
        "%d sets: %d refused by the API server, %d with calls that end as before, %d with others%n%n"
                .formatted(
                    mutated.size(),
                    count(mutated, each -> each.end() == End.REFUSED),
                    count(mutated, each -> each.end() == End.AS_BEFORE),
                    count(mutated, each -> each.end() == End.OTHERWISE))
            + counts(mutated, "not found", Mutated::isMissed)
            + "\n"
            + counts(mutated, "errors", Mutated::isAlarm);
    Golden.verify(counts, FOLDER, "mutations", ".txt");
    assertKnown(mutated, "not found", Mutated::isMissed);
    assertKnown(mutated, "errors", Mutated::isAlarm);
  }

  private static void assertKnown(List<Mutated> mutated, String list, Predicate<Mutated> of)
      throws IOException {
    Map<String, String> known = known(list);
    List<String> unknown =
        mutated.stream()
            .filter(of)
            .filter(each -> !known.containsKey(each.kind()))
            .map(Mutated::toString)
            .toList();
    assertEquals("", String.join("\n", unknown), list);
  }

  /** The kinds of a list with their counts, below the reason. */
  private static String counts(List<Mutated> mutated, String list, Predicate<Mutated> of)
      throws IOException {
    Map<String, Integer> kinds = new TreeMap<>();
    mutated.stream().filter(of).forEach(each -> kinds.merge(each.kind(), 1, Integer::sum));
    Map<String, List<String>> reasons = new TreeMap<>();
    Map<String, String> known = known(list);
    kinds.forEach(
        (kind, number) ->
            reasons
                .computeIfAbsent(known.getOrDefault(kind, "?"), why -> new ArrayList<>())
                .add("  %3d %s%n".formatted(number, kind)));
    StringBuilder text = new StringBuilder("%s: %d%n".formatted(list, count(mutated, of)));
    reasons.forEach((why, lines) -> text.append(why).append('\n').append(String.join("", lines)));
    return text.toString();
  }

  private static long count(List<Mutated> mutated, Predicate<Mutated> of) {
    return mutated.stream().filter(of).count();
  }

  /** Returns the reason of each kind in a list. */
  private static Map<String, String> known(String list) throws IOException {
    Map<String, String> known = new TreeMap<>();
    Map<?, ?> lists =
        (Map<?, ?>) Readers.yaml12(Files.readString(FOLDER.resolve("mutations.yaml"))).get(0);
    lists.forEach(
        (key, reasons) -> {
          if (key.equals(list)) {
            ((Map<?, ?>) reasons)
                .forEach(
                    (why, kinds) ->
                        ((List<?>) kinds)
                            .forEach(kind -> known.put(String.valueOf(kind), String.valueOf(why))));
          }
        });
    return known;
  }
}
