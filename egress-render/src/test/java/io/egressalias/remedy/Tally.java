package io.egressalias.remedy;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.remedy.Outcome.Kind;
import io.egressalias.remedy.Remedy.Alternative;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts what came of remedies, and lists those that lead nowhere. */
final class Tally {
  private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
  private final List<String> lines = new ArrayList<>();
  private int findings;

  void add(String name, Trial trial) {
    for (Diagnostic finding : trial.findings()) {
      findings++;
      List<Alternative> alternatives = Remedy.of(finding.remedy()).alternatives();
      if (alternatives.isEmpty()) {
        count(Kind.FAILED);
        lines.add(line(name, finding, finding.remedy(), "no imperative"));
      }
      for (Alternative alternative : alternatives) {
        Outcome outcome = trial.outcome(finding, alternative);
        count(outcome.kind());
        if (outcome.kind() == Kind.FAILED) {
          lines.add(line(name, finding, alternative.toString(), outcome.reason()));
        }
      }
    }
  }

  private void count(Kind kind) {
    counts.merge(kind, 1, Integer::sum);
  }

  private static String line(String name, Diagnostic finding, String text, String reason) {
    String place = name.equals(finding.rule().code()) ? name : name + " " + finding.rule().code();
    return place + " (" + finding.path() + "): " + text + ": " + reason;
  }

  int accepted() {
    return counts.getOrDefault(Kind.RIGHT, 0) + counts.getOrDefault(Kind.ACCEPTED, 0);
  }

  String counts() {
    return findings + " findings, alternatives " + counts;
  }

  String list() {
    return String.join("\n", lines) + "\n";
  }
}
