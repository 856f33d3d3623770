package io.egressalias.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules of one namespace for exactly one host. */
final class NamespaceRules {
  private final List<RuleView> rules = new ArrayList<>();
  private boolean forAll = true;

  /** The rules, once they are asked for and if all callers have the same. */
  private @Nullable MergedRules all;

  /** The rules of each caller. */
  private final Map<String, MergedRules> byCaller = new HashMap<>();

  void add(RuleView rule) {
    rules.add(rule);
    forAll &= rule.exportTo().isForAll();
  }

  /** Returns the rules that are exported to the workloads of a namespace. */
  MergedRules of(String caller) {
    if (!forAll) {
      return byCaller.computeIfAbsent(caller, this::visible);
    }
    if (all == null) {
      all = new MergedRules(rules);
    }
    return all;
  }

  private MergedRules visible(String caller) {
    List<RuleView> visible = new ArrayList<>();
    for (RuleView rule : rules) {
      if (rule.isVisibleIn(caller)) {
        visible.add(rule);
      }
    }
    return visible.isEmpty() ? MergedRules.NONE : new MergedRules(visible);
  }
}
