package io.egressalias.diagnostic;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes {@code RULES.md}: the text and the examples of every rule, with an anchor for each. */
final class RulesDocument {

  /** The subject of each family of rules, by the first two digits of their codes. */
  static final Map<String, String> FAMILIES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("00", "Text"),
              Map.entry("01", "Structure"),
              Map.entry("02", "Names, labels and annotations"),
              Map.entry("03", "Ports"),
              Map.entry("04", "Protocols"),
              Map.entry("05", "External names"),
              Map.entry("06", "Addresses"),
              Map.entry("07", "TLS"),
              Map.entry("08", "Platform and form"),
              Map.entry("09", "The whole set"),
              Map.entry("10", "kustomize and kpt"),
              Map.entry("11", "Hand-written manifests"),
              Map.entry("12", "Import of manifests")));

  /** What the first line of an example with options says to a reader. */
  private static final Map<String, String> COMMANDS =
      Map.of("11", "# egress lint $1\n", "12", "# egress import $1\n");

  private static final String HEAD =
      """
      # Rules

      The rules that declarations are checked against. An **error** is a declaration that a cluster
      would refuse or carry out differently, so nothing is rendered. A **warning** is a legal
      declaration that is probably not intended. Declaring the intention removes the warning. An
      **info** is a fact to know. Some rules have two severities: the same declaration is an error
      where a cluster refuses it, and a warning or an info where a cluster carries it out. `egress
      explain EGA0301` prints the section of one rule.

      The examples are declarations, and manifests for the rules of `egress import` and for those of
      `egress lint` about manifests.

      In the **direct form** the traffic of a workload leaves the mesh unchanged. In the **routed
      form** a sidecar processes the traffic. An alias gets the routed form when it declares TLS
      other than `DISABLE`, `authority`, `workloadSelector`, or a `targetPort` for an external name,
      and when the platform is `REGISTRY_ONLY` and the target is an external name.

      This file is generated from the files in `src/main/resources/io/egressalias/rules`: `mvn test
      -pl egress-model -Degress.update=true` writes it again.

      """;

  private RulesDocument() {}

  static String write() {
    Map<String, List<Rule>> rules =
        Arrays.stream(Rule.values())
            .collect(
                Collectors.groupingBy(RulesDocument::family, TreeMap::new, Collectors.toList()));
    StringBuilder text = new StringBuilder(HEAD);
    rules.forEach((family, members) -> contents(title(family), members, text));
    rules.forEach(
        (family, members) -> {
          text.append("\n## ").append(title(family)).append('\n');
          members.forEach(rule -> section(rule, text));
        });
    return text.toString();
  }

  static String family(Rule rule) {
    return rule.code().substring(3, 5);
  }

  private static String title(String family) {
    return Objects.requireNonNull(FAMILIES.get(family), family);
  }

  private static void contents(String title, List<Rule> rules, StringBuilder text) {
    text.append("- ").append(title).append('\n');
    for (Rule rule : rules) {
      String link = "[%s](#%s)".formatted(rule.code(), anchor(rule));
      text.append("  - ").append(link).append(' ').append(rule.title()).append('\n');
    }
  }

  /** The anchor of the heading of a rule. */
  static String anchor(Rule rule) {
    return rule.code().replace("EGA", "ega");
  }

  private static void section(Rule rule, StringBuilder text) {
    text.append("\n### ").append(rule.code()).append("\n\n**");
    text.append(rule.title()).append("** (").append(rule.severityWords()).append(")\n\n");
    text.append(rule.why()).append("\n\n**What to do:** ").append(rule.remedy()).append("\n\n");
    rule.references().forEach(address -> text.append("- <").append(address).append(">\n"));
    text.append("\nWrong:\n\n```yaml\n").append(example(rule, "wrong")).append("```\n");
    text.append("\nRight:\n\n```yaml\n").append(example(rule, "right")).append("```\n");
  }

  private static String example(Rule rule, String name) {
    String command = COMMANDS.getOrDefault(family(rule), "");
    return RuleResource.read(rule, name + ".yaml").replaceFirst("^# args: (.*)\n", command);
  }
}
