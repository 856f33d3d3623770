package io.egressalias.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.egressalias.diagnostic.Severity;
import io.egressalias.golden.Sidecar;
import io.egressalias.golden.Tool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Mutated sets, and what Kubernetes, Istio and the linter make of them. */
final class MutatedSets {
  private static final Set<String> SERVER =
      Set.of("yaml", "kube-decode", "kube-validation", "istio-decode", "istio-validation");

  private static final Map<String, Sidecar> RIGHT = new ConcurrentHashMap<>();

  /** The way a set ends. */
  enum End {
    /** The API server refuses an object. */
    REFUSED,
    /** All calls end as those of the right set. */
    AS_BEFORE,
    /** A call ends otherwise. */
    OTHERWISE
  }

  /** A mutated set, the severest finding, and the calls that end otherwise. */
  record Mutated(
      RightSet set, ManifestMutation mutation, End end, String found, List<String> calls) {

    /** The change; of an alarm also the rule. */
    String kind() {
      return isAlarm() ? found.split(" ", 3)[1] + " " + mutation.of() : mutation.of();
    }

    boolean isMissed() {
      return end == End.OTHERWISE && !found.startsWith("error") && !found.startsWith("warning");
    }

    /** An error although nothing changes for the calls. */
    boolean isAlarm() {
      return end == End.AS_BEFORE && found.startsWith("error");
    }

    @Override
    public String toString() {
      return "%s of %s: %s, %s%n%s%n%s"
          .formatted(mutation.of(), set, end, found, String.join("\n", calls), mutation.text());
    }
  }

  private MutatedSets() {}

  /** Returns a mutation of a set, which depends on the name of the set and a number alone. */
  private static ManifestMutation mutation(RightSet set, int number) {
    return ManifestMutation.of(set.objects(), new Random(31L * set.name().hashCode() + number));
  }

  /**
   * Asks the judge about mutations of the right sets; without a judge the test is skipped. A new
   * set does not change the mutations of the others.
   *
   * @param each the number of mutations of each set
   */
  static List<Mutated> of(List<RightSet> sets, int each) {
    List<RightSet> taken = taken(sets);
    List<ManifestMutation> mutations = new ArrayList<>();
    for (int number = 0; number < each; number++) {
      for (RightSet set : taken) {
        mutations.add(mutation(set, number));
      }
    }
    Set<Integer> refused = refused(mutations, 0, mutations.size());
    return IntStream.range(0, mutations.size())
        .parallel()
        .mapToObj(
            i ->
                of(
                    taken.get(i % taken.size()),
                    mutations.get(i),
                    refused.contains(i) || isQuoted(mutations.get(i))))
        .toList();
  }

  /** The schemas of the kinds refuse a number in quotes; the judge does not ask them. */
  private static boolean isQuoted(ManifestMutation mutation) {
    return mutation.of().startsWith("quote ");
  }

  /** Returns the sets with only kinds that the judge knows. */
  private static List<RightSet> taken(List<RightSet> sets) {
    List<ManifestMutation> unchanged =
        sets.stream().map(set -> new ManifestMutation("", set.objects())).toList();
    Set<Integer> refused = refused(unchanged, 0, sets.size());
    List<RightSet> taken = new ArrayList<>();
    for (int i = 0; i < sets.size(); i++) {
      if (!refused.contains(i)) {
        taken.add(sets.get(i));
      }
    }
    return taken;
  }

  private static Mutated of(RightSet set, ManifestMutation mutation, boolean refused) {
    List<String> calls = refused ? List.of() : otherwise(set, mutation);
    End end = refused ? End.REFUSED : calls.isEmpty() ? End.AS_BEFORE : End.OTHERWISE;
    String found = "nothing";
    Severity worst = Severity.INFO;
    for (var each : RightSet.found(mutation.text())) {
      if (found.equals("nothing") || each.severity().compareTo(worst) > 0) {
        worst = each.severity();
        found = worst.word() + " " + each.rule().code() + " " + each.message();
      }
    }
    return new Mutated(set, mutation, end, found, calls);
  }

  private static List<String> otherwise(RightSet set, ManifestMutation mutation) {
    List<String> calls = set.calls();
    // For endpoints that are not ready, answers of the judge to one question differ.
    if (calls.isEmpty() || mutation.of().contains(".conditions")) {
      return List.of();
    }
    List<String> options = new ArrayList<>(List.of("--namespace", set.namespace()));
    options.addAll(set.labels());
    Sidecar right =
        RIGHT.computeIfAbsent(
            set.name(), name -> Sidecar.of(ManifestMutation.text(set.objects()), options, calls));
    Sidecar changed = Sidecar.of(mutation.text(), options, calls);
    return calls.stream()
        .filter(call -> !right.outcome(call).equals(changed.outcome(call)))
        .map(call -> call + " -> " + changed.outcome(call) + " instead of " + right.outcome(call))
        .toList();
  }

  /** Asks once about the objects of all sets; each is validated by itself. */
  private static Set<Integer> refused(List<ManifestMutation> mutations, int from, int to) {
    StringBuilder text = new StringBuilder();
    List<Integer> owners = new ArrayList<>();
    for (int i = from; i < to; i++) {
      text.append(mutations.get(i).text());
      owners.addAll(Collections.nCopies(mutations.get(i).objects().size(), i));
    }
    Tool.Result result = check(text.toString());
    if (result.status() <= 1) {
      return refused(result.out(), owners);
    }
    // `istioctl validate` ends with a panic at some fields of the wrong type.
    if (to - from == 1) {
      return Set.of(from);
    }
    int middle = (from + to) / 2;
    Set<Integer> refused = new HashSet<>(refused(mutations, from, middle));
    refused.addAll(refused(mutations, middle, to));
    return refused;
  }

  private static Tool.Result check(String text) {
    try {
      Path file = Files.createTempFile("egress-mutated", ".yaml");
      try {
        Files.writeString(file, text);
        String judge = Tool.at("EGRESS_JUDGE").toString();
        return Tool.run(
            List.of(judge, "check", "--json", "--no-analyze", file.toString()), Map.of());
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sets repeat names of each other; a name within a set is checked by the linter. */
  private static boolean isOfServer(JsonNode finding) {
    String source = finding.path("source").asString();
    return SERVER.contains(source)
        || (source.equals("judge")
            && !finding.path("message").asString().startsWith("same object"));
  }

  private static Set<Integer> refused(String answer, List<Integer> owners) {
    Set<Integer> refused = new HashSet<>();
    for (String line : answer.lines().toList()) {
      JsonNode finding = JsonMapper.shared().readTree(line);
      if (finding.has("documents")) {
        assertEquals(owners.size(), finding.path("documents").asInt());
      } else if (finding.path("severity").asString().equals("error") && isOfServer(finding)) {
        refused.add(owners.get(finding.path("document").asInt() - 1));
      }
    }
    return refused;
  }
}
