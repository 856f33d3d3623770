package io.egressalias.lint;

import io.egressalias.internal.manifest.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The rules that Istio merges for a host and a caller. Many ports and hosts may ask for their
 * settings, so that a question looks only at the rules that say something of their own about it.
 */
final class MergedRules {
  static final MergedRules NONE = new MergedRules(List.of());

  private final List<RuleView> rules;

  /** The settings that a rule has for ports and subsets that it does not name; null: none. */
  private final List<@Nullable TlsView> usual = new ArrayList<>(0);

  /** The positions of the rules that originate TLS for what they do not name. */
  private final List<Integer> originating = new ArrayList<>(0);

  /** The positions of the rules with TLS settings for what they do not name. */
  private final List<Integer> present = new ArrayList<>(0);

  private final Map<Integer, List<Integer>> byPort = new HashMap<>();
  private final Map<String, List<Integer>> bySubset = new HashMap<>();
  private final Set<RuleView> members;

  MergedRules(List<RuleView> rules) {
    this.rules = rules;
    this.members = Set.copyOf(rules);
    for (int i = 0; i < rules.size(); i++) {
      index(i, rules.get(i));
    }
  }

  private void index(int i, RuleView rule) {
    PolicyView settings = rule.settings();
    TlsView tls = settings.tls().map(field -> new TlsView(rule, field)).orElse(null);
    usual.add(tls);
    if (tls != null) {
      present.add(i);
      if (tls.originates()) {
        originating.add(i);
      }
    }
    for (int port : settings.ports()) {
      byPort.computeIfAbsent(port, key -> new ArrayList<>()).add(i);
    }
    for (String subset : rule.subsetNames()) {
      bySubset.computeIfAbsent(subset, key -> new ArrayList<>()).add(i);
    }
  }

  List<RuleView> rules() {
    return rules;
  }

  boolean isEmpty() {
    return rules.isEmpty();
  }

  boolean contains(RuleView rule) {
    return members.contains(rule);
  }

  /** Returns whether one of the rules has a subset. */
  boolean hasSubset(String subset) {
    return bySubset.containsKey(subset);
  }

  /**
   * Returns the TLS settings for a port, and for a subset if it is not empty. Istio keeps the
   * policy of the oldest rule; which one is the oldest is not in the manifests, so settings that
   * originate TLS count first.
   */
  Optional<TlsView> tls(String subset, int port) {
    if (rules.isEmpty()) {
      return Optional.empty();
    }
    Set<Integer> own = new TreeSet<>(byPort.getOrDefault(port, List.of()));
    if (!subset.isEmpty()) {
      own.addAll(bySubset.getOrDefault(subset, List.of()));
    }
    int first = firstBeside(own, present);
    int best = firstBeside(own, originating);
    TlsView found = first < rules.size() ? usual.get(first) : null;
    TlsView originated = best < rules.size() ? usual.get(best) : null;
    for (int i : own) {
      TlsView tls = tls(rules.get(i), subset, port);
      if (tls != null && i < first) {
        found = tls;
        first = i;
      }
      if (tls != null && i < best && tls.originates()) {
        originated = tls;
        best = i;
      }
    }
    return Optional.ofNullable(originated == null ? found : originated);
  }

  /** Returns the first position that is not among others; the number of rules: none. */
  private int firstBeside(Set<Integer> others, List<Integer> positions) {
    for (int i : positions) {
      if (!others.contains(i)) {
        return i;
      }
    }
    return rules.size();
  }

  private static @Nullable TlsView tls(RuleView rule, String subset, int port) {
    Optional<Field> tls = subset.isEmpty() ? rule.tls(port) : rule.tls(subset, port);
    return tls.isPresent() ? new TlsView(rule, tls.get()) : null;
  }
}
