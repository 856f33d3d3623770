package io.egressalias.diagnostic;

import static io.egressalias.diagnostic.Severity.ERROR;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What can be found in a declaration. A code is for ever: a rule that is dropped leaves its code
 * unused.
 *
 * <p>00xx text, 01xx structure, 08xx platform, 09xx the whole set.
 */
public enum Rule {
  TEXT(
      "EGA0001",
      ERROR,
      "The text is UTF-8",
      "YAML is text. A byte sequence that is not UTF-8 would be replaced in silence by what reads"
          + " it next, and the name or value that it stands in would be another.",
      "https://yaml.org/spec/1.2.2/#52-character-encodings"),
  SYNTAX(
      "EGA0002",
      ERROR,
      "The text is YAML",
      "Nothing can be said about a document that cannot be read. Other documents of the same file"
          + " are read all the same.",
      "https://yaml.org/spec/1.2.2/"),
  LIMIT(
      "EGA0003",
      ERROR,
      "The text keeps within the limits",
      "Limits on size, depth and repetition make sure that a hostile or broken file ends in a"
          + " message and not in a machine without memory. No declaration that a person or a"
          + " program would write comes near them.",
      "https://yaml.org/spec/1.2.2/#32-information-models"),
  KIND(
      "EGA0101",
      ERROR,
      "A document is an EgressAliases of a known version",
      "A file may hold many documents, and each must be one that this library renders: what it"
          + " passed over in silence would be missing in the cluster.",
      "https://kubernetes.io/docs/concepts/overview/working-with-objects/#required-fields"),
  UNKNOWN_KEY(
      "EGA0102",
      ERROR,
      "Every key is known",
      "A key that is misspelled would otherwise do nothing, and nobody would notice.",
      "https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation"),
  DUPLICATE_KEY(
      "EGA0103",
      ERROR,
      "A key stands once",
      "Most readers of YAML, kubectl among them, take the last of two equal keys and say nothing.",
      "https://yaml.org/spec/1.2.2/#3213-node-comparison"),
  WRONG_TYPE(
      "EGA0104",
      ERROR,
      "A value has the type of its field",
      "A value is taken as it was meant or not at all: 1.30 without quotes is the number 1.3 to"
          + " YAML, and a port in quotes is a name to Kubernetes.",
      "https://yaml.org/spec/1.2.2/#103-core-schema"),
  MISSING_FIELD(
      "EGA0105",
      ERROR,
      "What is required is there",
      "A required field has no default that could be right for everybody.",
      "https://kubernetes.io/docs/concepts/overview/working-with-objects/#required-fields"),
  ONE_TARGET(
      "EGA0106",
      ERROR,
      "An alias has exactly one target",
      "An alias stands for one thing: an external host, external IP addresses, or pods. Kubernetes"
          + " ignores a selector beside an external name, and adds nothing up.",
      "https://kubernetes.io/docs/concepts/services-networking/service/#externalname"),
  UNKNOWN_WORD(
      "EGA0107",
      ERROR,
      "A word is one of those that its field knows",
      "The words are those of the Kubernetes and Istio APIs, which compare them letter by letter.",
      "https://istio.io/latest/docs/reference/config/networking/destination-rule/#ClientTLSSettings-TLSmode"),
  EMPTY(
      "EGA0108",
      ERROR,
      "A list or map that has to hold something holds something",
      "An empty list of aliases, ports, addresses or labels either does nothing or does not mean"
          + " what it looks like; an empty selector would select every pod.",
      "https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors"),
  NO_DECLARATION(
      "EGA0109",
      ERROR,
      "There is a declaration",
      "A run that renders nothing because its input is empty looks like one that succeeded, and"
          + " whatever is kept in line with its output would be emptied.",
      "https://yaml.org/spec/1.2.2/#91-documents"),
  NOT_RENDERED(
      "EGA0801",
      ERROR,
      "What is declared can be rendered",
      "This version renders the direct form for a platform that is not declared. What it cannot"
          + " carry out it refuses.",
      "https://istio.io/latest/docs/tasks/traffic-management/egress/"),
  CONTRADICTING_OPTION(
      "EGA0802",
      ERROR,
      "An option fills in what the declaration leaves open",
      "A declaration says what is meant. An option that said otherwise would make its text a lie,"
          + " so it is refused as wrong usage.",
      "https://kubernetes.io/docs/concepts/configuration/overview/"),
  VERSION(
      "EGA0803",
      ERROR,
      "A release is written so that its numbers can be told",
      "Which objects are right depends on the release, and a release that cannot be read would be"
          + " taken for one that is not declared.",
      "https://istio.io/latest/docs/releases/supported-releases/",
      "https://kubernetes.io/releases/version-skew-policy/"),
  DUPLICATE_OBJECT(
      "EGA0901",
      ERROR,
      "Two aliases do not render one object",
      "The second of two objects of one kind, namespace and name replaces the first when it is"
          + " applied. A namespace that is not declared counts as default.",
      "https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#names");

  private final String code;
  private final Severity severity;
  private final String title;
  private final String why;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> references;

  Rule(String code, Severity severity, String title, String why, String... references) {
    this.code = code;
    this.severity = severity;
    this.title = title;
    this.why = why;
    this.references = List.of(references);
  }

  /** Returns the code: {@code EGA} and four digits. */
  public String code() {
    return code;
  }

  /** Returns what a finding of this rule asks of the user. */
  public Severity severity() {
    return severity;
  }

  /** Returns what the rule holds, in one sentence without a full stop. */
  public String title() {
    return title;
  }

  /** Returns why the rule exists, in sentences. */
  public String why() {
    return why;
  }

  /** Returns where the rule comes from: addresses of specifications and references. */
  public List<String> references() {
    return references;
  }

  /** Returns the rule of a code, such as {@code EGA0102}; upper and lower case count the same. */
  public static Optional<Rule> of(String code) {
    return Arrays.stream(values()).filter(rule -> rule.code.equalsIgnoreCase(code)).findFirst();
  }
}
