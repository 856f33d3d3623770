package io.egressalias.check;

import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Rules about labels and annotations. */
final class MetadataRules implements AliasRule {
  private static final Set<String> RESERVED_LABELS =
      Set.of(
          "kubernetes.io/service-name",
          "endpointslice.kubernetes.io/managed-by",
          "endpointslice.kubernetes.io/skip-mirror",
          "endpoints.kubernetes.io/managed-by",
          "service.kubernetes.io/headless",
          "service.kubernetes.io/service-proxy-name");

  private static final String GATEWAY_OF_ISTIO = "gateway.istio.io/managed";

  private static final Set<String> RESERVED_ANNOTATIONS =
      Set.of(
          "kubectl.kubernetes.io/last-applied-configuration",
          "control-plane.alpha.kubernetes.io/leader",
          "endpoints.kubernetes.io/last-change-trigger-time",
          "endpoints.kubernetes.io/over-capacity",
          "kubernetes.io/ingress.class",
          "service.beta.kubernetes.io/load-balancer-source-ranges",
          "service.kubernetes.io/topology-aware-hints");

  @Override
  public void check(AliasScope alias, FindingCollector findings) {
    boolean mesh = alias.platform().istio().present();
    labels(alias.declared().labels(), mesh, alias.path("labels"), findings);
    annotations(alias.declared().annotations(), mesh, alias.path("annotations"), findings);
  }

  /** Without a mesh, keys of Istio have no effect. */
  static void labels(
      Map<String, String> labels, boolean mesh, FieldPath path, FindingCollector findings) {
    for (Map.Entry<String, String> label : labels.entrySet()) {
      String key = label.getKey();
      if (!NameGrammar.isQualified(key)) {
        key(Rule.LABEL_KEY, path.key(key), key, findings);
      } else if (RESERVED_LABELS.contains(key)
          || isOurs(key)
          || (mesh && key.equals(GATEWAY_OF_ISTIO))) {
        reserved(path.key(key), key, "label", findings);
      }
      labelValue(
          path.key(key),
          label.getValue(),
          NameGrammar.isQualified(key)
              ? ", or move `" + Quoted.shortened(key) + "` to `annotations`"
              : "",
          findings);
    }
  }

  /** Checks the value of a label; {@code otherwise} ends the remedy. */
  static void labelValue(
      FieldPath path, String value, String otherwise, FindingCollector findings) {
    if (value.isEmpty() || NameGrammar.isQualifiedPart(value)) {
      return;
    }
    findings.add(
        Rule.LABEL_VALUE,
        path,
        "expected at most 63 letters, digits, `-`, `_` and `.`, with a letter or digit at the start"
            + " and end, found `"
            + Quoted.shortened(value)
            + "`",
        "Write a value such as "
            + FieldLine.of(path, NearestLabel.label(value, "payments"))
            + otherwise);
  }

  static void annotations(
      Map<String, String> annotations, boolean mesh, FieldPath path, FindingCollector findings) {
    for (Map.Entry<String, String> annotation : annotations.entrySet()) {
      String key = annotation.getKey();
      // Kubernetes converts the key of an annotation to lower case before validation.
      String lower = key.toLowerCase(Locale.ROOT);
      if (!NameGrammar.isQualified(lower)) {
        key(Rule.ANNOTATION_KEY, path.key(key), key, findings);
      } else if (RESERVED_ANNOTATIONS.contains(key) || isOurs(lower) || (mesh && isIstios(lower))) {
        reserved(path.key(key), key, "annotation", findings);
      }
      if (!NameGrammar.isWhole(annotation.getValue())) {
        findings.add(
            Rule.ANNOTATION_VALUE,
            path.key(key),
            "expected whole characters, found one half of a surrogate pair in `"
                + Quoted.shortened(annotation.getValue())
                + "`",
            "Write the whole character, such as `\"\\U0001F600\"`, or remove `"
                + Quoted.shortened(key)
                + "`");
      }
    }
  }

  private static boolean isOurs(String key) {
    return key.startsWith("egressalias.io/");
  }

  /** Istio compares the end of the prefix, with or without a dot before it. */
  private static boolean isIstios(String key) {
    int slash = key.indexOf('/');
    return (slash < 0 ? key : key.substring(0, slash)).endsWith("istio.io");
  }

  private static void key(Rule rule, FieldPath path, String key, FindingCollector findings) {
    findings.add(
        rule,
        path,
        "expected `name` or `prefix/name`, with at most 63 letters, digits, `-`, `_` and `.` in the"
            + " name and a DNS name as prefix, found `"
            + Quoted.shortened(key)
            + "`",
        "Rename the key to `example.com/" + NearestLabel.label(key, "team") + "`");
  }

  private static void reserved(FieldPath path, String key, String what, FindingCollector findings) {
    findings.add(
        Rule.RESERVED_KEY,
        path,
        "the %s `%s` is reserved for a controller or tool".formatted(what, key),
        "Remove `" + key + "`");
  }
}
