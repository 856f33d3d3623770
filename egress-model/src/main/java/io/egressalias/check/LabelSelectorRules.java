package io.egressalias.check;

import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.model.PodSelector;
import java.util.Map;

/** Rules about the labels by which pods are selected, as target or as users of an alias. */
final class LabelSelectorRules implements AliasRule {

  @Override
  public void check(AliasScope alias, Findings findings) {
    if (alias.declared().target() instanceof PodSelector selector) {
      labels(selector.labels(), alias.path("selector"), findings);
    }
    alias
        .declared()
        .workloadSelector()
        .ifPresent(
            selector ->
                labels(
                    selector.matchLabels(),
                    alias.path("workloadSelector").key("matchLabels"),
                    findings));
  }

  private static void labels(Map<String, String> labels, FieldPath path, Findings findings) {
    if (labels.isEmpty()) {
      findings.add(
          Rule.WORKLOAD_SELECTOR,
          path,
          "expected at least one label, found none: it would select every pod",
          "Write labels of the pods, such as `{app: curl}`");
    }
    labels.forEach(
        (key, value) -> {
          if (!Grammar.isQualified(key)) {
            findings.add(
                Rule.LABEL_KEY,
                path.key(key),
                "expected the key of a label, found `" + Quoted.shortened(key) + "`",
                "Write a key such as `app`, as it stands on the pods");
          }
          MetadataRules.labelValue(
              path.key(key), value, "Write the value as it stands on the pods", findings);
        });
  }
}
