package io.egressalias.check;

import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.model.WorkloadSelector;
import java.util.Map;
import java.util.Optional;

/** Rules about the labels by which pods are selected, as target or as users of an alias. */
final class LabelSelectorRules implements AliasRule {

  @Override
  public void check(AliasScope alias, FindingCollector findings) {
    Optional<Map<String, String>> pods = alias.resolved().podLabels();
    if (pods.isPresent()) {
      labels(pods.get(), alias.path("selector"), findings);
    }
    Optional<WorkloadSelector> users = alias.declared().workloadSelector();
    if (users.isPresent()) {
      FieldPath path = alias.path("workloadSelector").key("matchLabels");
      labels(users.get().matchLabels(), path, findings);
    }
  }

  private static void labels(
      Map<String, String> labels, FieldPath path, FindingCollector findings) {
    if (labels.isEmpty()) {
      findings.add(
          Rule.WORKLOAD_SELECTOR,
          path,
          "expected at least one label, found none: an empty selector selects every pod",
          "Write the labels of the pods, such as " + FieldLine.of(path, "{app: curl}"));
    }
    for (Map.Entry<String, String> label : labels.entrySet()) {
      FieldPath place = path.key(label.getKey());
      if (!NameGrammar.isQualified(label.getKey())) {
        findings.add(
            Rule.LABEL_KEY,
            place,
            "expected the key of a label, found `" + Quoted.shortened(label.getKey()) + "`",
            "Rename the key to the key of a label of the pods, such as `app`");
      }
      MetadataRules.labelValue(
          place, label.getValue(), ", with the value of the label of the pods", findings);
    }
  }
}
