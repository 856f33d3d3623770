package io.egressalias.lint;

import io.egressalias.diagnostic.Rule;
import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.ManifestObject;
import io.egressalias.object.KnownKind;
import java.util.Set;

/** Finds keys in the spelling of protocol buffers, which the API server refuses. */
final class SpellingRules implements ManifestRule {
  private static final Set<KnownKind> OF_ISTIO =
      Set.of(KnownKind.DESTINATION_RULE, KnownKind.VIRTUAL_SERVICE, KnownKind.SERVICE_ENTRY);

  /** Maps whose keys are names that an author chooses. */
  private static final Set<String> FREE =
      Set.of(
          "labels",
          "matchLabels",
          "sourceLabels",
          "headers",
          "withoutHeaders",
          "queryParams",
          "ports",
          "set",
          "add",
          "distribute",
          "failover");

  @Override
  public void check(LintContext context) {
    for (ManifestObject object : context.set().objects()) {
      if (OF_ISTIO.contains(object.kind())) {
        find(Field.of(object, "spec"), context);
      }
    }
  }

  private static void find(Field field, LintContext context) {
    for (String key : field.keys()) {
      Field value = field.at(key);
      if (key.indexOf('_') > 0) {
        report(key, value, context);
      }
      if (!FREE.contains(key) || !value.items().isEmpty()) {
        find(value, context);
      }
    }
    for (Field item : field.items()) {
      find(item, context);
    }
  }

  private static void report(String key, Field value, LintContext context) {
    String right = camelCase(key);
    context
        .findings()
        .add(
            Rule.SNAKE_CASE,
            value.object(),
            value.path(),
            "expected the key `" + right + "`, found `" + key + "`, which the API server refuses",
            "Write `" + right + "`");
  }

  private static String camelCase(String key) {
    StringBuilder right = new StringBuilder();
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      if (c == '_' && i + 1 < key.length()) {
        i++;
        right.append(Character.toUpperCase(key.charAt(i)));
      } else {
        right.append(c);
      }
    }
    return right.toString();
  }
}
