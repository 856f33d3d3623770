package io.egressalias.check;

import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Rule;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Rules about labels and annotations. */
final class MetadataRules implements AliasRule {
  /**
   * What annotations may have in all, once as they are and once in kubectl's copy of the object.
   */
  private static final int ANNOTATION_BYTES = 262_144;

  /** What the rest of an object may take of it: names, ports, a thousand addresses. */
  private static final int REST_OF_OBJECT = 65_536;

  private static final Set<String> RESERVED_LABELS =
      Set.of(
          "kubernetes.io/service-name",
          "endpointslice.kubernetes.io/managed-by",
          "endpointslice.kubernetes.io/skip-mirror",
          "endpoints.kubernetes.io/managed-by",
          "service.kubernetes.io/headless",
          "service.kubernetes.io/service-proxy-name",
          "gateway.istio.io/managed");

  private static final Set<String> RESERVED_ANNOTATIONS =
      Set.of(
          "kubectl.kubernetes.io/last-applied-configuration",
          "control-plane.alpha.kubernetes.io/leader",
          "endpoints.kubernetes.io/last-change-trigger-time",
          "endpoints.kubernetes.io/over-capacity");

  @Override
  public void check(AliasScope alias, Findings findings) {
    labels(alias.declared().labels(), alias.path("labels"), findings);
    annotations(alias.declared().annotations(), alias.path("annotations"), findings);
    size(alias, findings);
  }

  static void labels(Map<String, String> labels, FieldPath path, Findings findings) {
    labels.forEach(
        (key, value) -> {
          if (!Grammar.isQualified(key)) {
            key(Rule.LABEL_KEY, path.key(key), key, findings);
          } else if (RESERVED_LABELS.contains(key) || isOurs(key)) {
            reserved(path.key(key), key, "label", findings);
          }
          labelValue(path.key(key), value, findings);
        });
  }

  static void labelValue(FieldPath path, String value, Findings findings) {
    if (value.isEmpty() || Grammar.isQualifiedPart(value)) {
      return;
    }
    findings.add(
        Rule.LABEL_VALUE,
        path,
        "expected letters, digits, `-`, `_` and `.`, at most 63 of them and a letter or digit"
            + " first and last, found `"
            + Words.shortened(value)
            + "`",
        "Write a shorter or simpler value, or move it to `annotations`");
  }

  static void annotations(Map<String, String> annotations, FieldPath path, Findings findings) {
    annotations
        .keySet()
        .forEach(
            key -> {
              // Kubernetes lowers the case of an annotation's key before it looks at it.
              String lower = key.toLowerCase(Locale.ROOT);
              if (!Grammar.isQualified(lower)) {
                key(Rule.ANNOTATION_KEY, path.key(key), key, findings);
              } else if (RESERVED_ANNOTATIONS.contains(key) || isOurs(lower) || isIstios(lower)) {
                reserved(path.key(key), key, "annotation", findings);
              }
            });
  }

  private static boolean isOurs(String key) {
    return key.startsWith("egressalias.io/");
  }

  private static boolean isIstios(String key) {
    int slash = key.indexOf('/');
    return slash > 0
        && (key.substring(0, slash).endsWith(".istio.io") || key.startsWith("istio.io/"));
  }

  private static void key(Rule rule, FieldPath path, String key, Findings findings) {
    findings.add(
        rule,
        path,
        "expected `name` or `prefix/name`, the name at most 63 letters, digits, `-`, `_` and `.`,"
            + " the prefix a DNS name, found `"
            + Words.shortened(key)
            + "`",
        "Write a key such as `example.com/" + Words.label(key, "team") + "`");
  }

  private static void reserved(FieldPath path, String key, String what, Findings findings) {
    findings.add(
        Rule.RESERVED_KEY,
        path,
        "the %s `%s` belongs to a controller or tool".formatted(what, key),
        "Take it out");
  }

  private static void size(AliasScope alias, Findings findings) {
    long bytes = 0;
    for (Map.Entry<String, String> entry : alias.resolved().annotations().entrySet()) {
      bytes += twice(entry.getKey()) + twice(entry.getValue());
    }
    if (bytes > ANNOTATION_BYTES - REST_OF_OBJECT) {
      findings.add(
          Rule.ANNOTATION_SIZE,
          alias.path("annotations"),
          String.format(
              Locale.ROOT,
              "expected at most %,d bytes of annotations, which `kubectl apply` stores twice, found"
                  + " %,d",
              (ANNOTATION_BYTES - REST_OF_OBJECT) / 2, bytes / 2),
          "Keep the text elsewhere and write its address here");
    }
  }

  /** Bytes of a text as it is and, escaped, within a JSON string. */
  private static long twice(String text) {
    long bytes = 2L * text.getBytes(StandardCharsets.UTF_8).length;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      bytes += c < ' ' || c == '<' || c == '>' || c == '&' ? 5 : c == '"' || c == '\\' ? 1 : 0;
    }
    return bytes;
  }
}
