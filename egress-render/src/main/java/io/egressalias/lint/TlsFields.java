package io.egressalias.lint;

import io.egressalias.internal.manifest.Field;
import java.util.ArrayList;
import java.util.List;

/** Finds the TLS settings in a rule. */
final class TlsFields {
  private TlsFields() {}

  /** Returns all TLS settings of a rule: of the host, of its ports and of its subsets. */
  static List<TlsView> of(RuleView rule) {
    List<TlsView> found = new ArrayList<>();
    add(rule, rule.policy(), found);
    for (Field subset : rule.subsets()) {
      add(rule, subset.at("trafficPolicy"), found);
    }
    return found;
  }

  private static void add(RuleView rule, Field policy, List<TlsView> found) {
    addTls(rule, policy, found);
    for (Field port : policy.at("portLevelSettings").items()) {
      addTls(rule, port, found);
    }
  }

  private static void addTls(RuleView rule, Field settings, List<TlsView> found) {
    Field tls = settings.at("tls");
    if (tls.present()) {
      found.add(new TlsView(rule, tls));
    }
  }
}
