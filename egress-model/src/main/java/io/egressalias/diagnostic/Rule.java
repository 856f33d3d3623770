package io.egressalias.diagnostic;

import static io.egressalias.diagnostic.Severity.ERROR;
import static io.egressalias.diagnostic.Severity.INFO;
import static io.egressalias.diagnostic.Severity.WARNING;

import java.util.List;
import java.util.Optional;

/**
 * The rules of declarations. A code is never reused, even after its rule is removed.
 *
 * <p>00xx text, 01xx structure, 02xx names, 03xx ports, 04xx protocols, 05xx external names, 06xx
 * addresses, 07xx TLS, 08xx platform, 09xx the whole set, 10xx kustomize and kpt, 12xx import of
 * manifests.
 *
 * <p>The text of a rule is in the resource {@code rules/EGAxxxx/rule.md}, next to an example of a
 * wrong and of a right declaration. It is read when it is first used.
 */
public enum Rule {
  TEXT("EGA0001", ERROR),
  SYNTAX("EGA0002", ERROR),
  LIMIT("EGA0003", ERROR),
  VARIABLE("EGA0004", ERROR),
  KIND("EGA0101", ERROR, INFO),
  UNKNOWN_KEY("EGA0102", ERROR),
  DUPLICATE_KEY("EGA0103", ERROR),
  WRONG_TYPE("EGA0104", ERROR),
  MISSING_FIELD("EGA0105", ERROR),
  ONE_TARGET("EGA0106", ERROR),
  UNKNOWN_WORD("EGA0107", ERROR),
  EMPTY("EGA0108", ERROR),
  NO_DECLARATION("EGA0109", ERROR),
  ALIAS_NAME("EGA0201", ERROR),
  NAMESPACE("EGA0202", ERROR),
  LABEL_KEY("EGA0203", ERROR),
  LABEL_VALUE("EGA0204", ERROR),
  ANNOTATION_KEY("EGA0205", ERROR),
  ANNOTATION_SIZE("EGA0206", ERROR),
  RESERVED_KEY("EGA0207", ERROR),
  OBJECT_SIZE("EGA0208", ERROR),
  API_SERVER_NAME("EGA0209", ERROR),
  ANNOTATION_VALUE("EGA0210", ERROR),
  NAME_OF_NAMESPACE("EGA0211", INFO),
  PORT_RANGE("EGA0301", ERROR),
  PORT_NAME("EGA0302", ERROR),
  PORT_NAME_MISSING("EGA0303", ERROR, WARNING, INFO),
  PORT_NAME_TWICE("EGA0304", ERROR),
  PORT_TWICE("EGA0305", ERROR),
  PORT_OF_TWO_PROTOCOLS("EGA0306", INFO),
  TARGET_PORT("EGA0307", ERROR),
  TARGET_PORT_WITHOUT_EFFECT("EGA0308", ERROR),
  PORTS_MISSING("EGA0309", ERROR),
  PORTS_LEFT_OPEN("EGA0310", INFO),
  TOO_MANY_PORTS("EGA0311", ERROR),
  PORT_OF_SIDECAR("EGA0312", ERROR),
  PROTOCOL_UNKNOWN("EGA0401", ERROR, WARNING, INFO),
  APP_PROTOCOL("EGA0402", ERROR, WARNING, INFO),
  PROTOCOL_CONTRADICTION("EGA0403", WARNING),
  HTTP_ON_TLS_PORT("EGA0404", ERROR, WARNING),
  TCP_NAME("EGA0405", ERROR, INFO),
  TCP_LISTENER("EGA0406", WARNING),
  GRPC_ON_HTTP_PORT("EGA0407", WARNING),
  UDP_NAME("EGA0408", ERROR, WARNING),
  CONNECT_PROXY("EGA0410", WARNING),
  ANNOUNCED_NAMES("EGA0411", INFO),
  HOST("EGA0501", ERROR),
  HOST_TRAILING_DOT("EGA0502", ERROR, WARNING),
  HOST_IS_ADDRESS("EGA0503", ERROR),
  HOST_IS_URL("EGA0504", ERROR),
  HOST_NOT_EXTERNAL("EGA0505", ERROR, INFO),
  HOST_IN_CLUSTER("EGA0506", ERROR),
  HOST_INTERNATIONAL("EGA0507", ERROR),
  CLUSTER_NAME("EGA0508", WARNING, INFO),
  ADDRESS("EGA0601", ERROR),
  ADDRESS_RANGE("EGA0602", ERROR),
  ADDRESS_UNREACHABLE("EGA0603", ERROR, WARNING),
  ADDRESS_DOCUMENTATION("EGA0604", WARNING),
  ADDRESS_FORM("EGA0605", ERROR),
  ADDRESS_TWICE("EGA0606", WARNING),
  TOO_MANY_ADDRESSES("EGA0607", ERROR),
  HOSTNAME("EGA0608", ERROR),
  HOSTNAME_WITHOUT_NAME("EGA0609", ERROR, INFO),
  DOUBLE_TLS("EGA0701", ERROR, WARNING),
  SNI_MISSING("EGA0702", ERROR),
  CREDENTIAL_WITHOUT_SELECTOR("EGA0703", ERROR),
  CREDENTIAL_AND_FILES("EGA0704", ERROR),
  CLIENT_CERTIFICATE_MISSING("EGA0705", ERROR),
  CERTIFICATE_PATH("EGA0706", ERROR, WARNING),
  TLS_OF_SELECTOR("EGA0707", ERROR),
  TLS_LEFT_OPEN("EGA0708", WARNING),
  CLEAR_TEXT("EGA0709", INFO),
  TLS_OF_DATAGRAMS("EGA0710", ERROR),
  SNI("EGA0711", ERROR),
  SUBJECT_ALT_NAME("EGA0712", ERROR),
  TLS_FIELD("EGA0713", ERROR),
  ISTIO_MUTUAL("EGA0714", ERROR),
  ORIGINATION_ON_CLEAR_PORT("EGA0715", WARNING),
  CREDENTIAL_NAME("EGA0716", ERROR),
  AUTHORITY("EGA0717", ERROR),
  WORKLOAD_SELECTOR("EGA0718", ERROR),
  STARTTLS("EGA0719", ERROR),
  HOST_HEADER("EGA0720", INFO),
  CERTIFICATE_FILES_OF_EVERY_SIDECAR("EGA0721", WARNING),
  PRESERVE_AUTHORITY("EGA0722", ERROR, WARNING),
  CONTRADICTING_OPTION("EGA0802", ERROR),
  VERSION("EGA0803", ERROR),
  CLUSTER_DOMAIN("EGA0804", ERROR),
  NEEDS_MESH("EGA0805", ERROR),
  RULE_WITHOUT_EFFECT("EGA0806", INFO),
  ROUTED_RELEASE("EGA0807", ERROR),
  ENDPOINTS_DEPRECATED("EGA0808", INFO),
  HEADLESS("EGA0809", ERROR),
  DATAGRAMS_BESIDE_ROUTED_PORT("EGA0810", ERROR),
  NAMESPACE_LEFT_OPEN("EGA0811", INFO),
  ROUTED_NAMESPACE_LEFT_OPEN("EGA0812", WARNING),
  LATER_RELEASE("EGA0813", ERROR),
  NO_ALIASES("EGA0814", INFO),
  TWO_NAMESPACES("EGA0815", ERROR),
  DUPLICATE_OBJECT("EGA0901", ERROR),
  CONTRADICTING_PROTOCOL("EGA0902", WARNING),
  TCP_PORT_TWICE("EGA0904", ERROR, WARNING),
  CIRCLE("EGA0905", ERROR),
  RESOURCE_LIST("EGA1001", ERROR),
  UNMENDABLE("EGA1002", ERROR),
  UNMARKED_OBJECT("EGA1003", WARNING),
  FOREIGN_OBJECT("EGA1004", ERROR),
  TEMPLATE("EGA1201", ERROR, INFO),
  MANIFEST_VARIABLE("EGA1202", ERROR),
  NOT_YAML("EGA1203", ERROR),
  MALFORMED("EGA1204", ERROR),
  REPEATED_KEY("EGA1205", WARNING),
  AMBIGUOUS_SCALAR("EGA1206", ERROR, WARNING),
  TWO_DEFINITIONS("EGA1207", ERROR),
  LEFT_ALONE("EGA1208", INFO),
  OWNED("EGA1209", WARNING, INFO),
  NO_EXTERNAL_NAME("EGA1211", ERROR),
  IP_AS_NAME("EGA1212", ERROR, WARNING),
  SERVICE_TYPE("EGA1213", ERROR),
  PORT_NAMES("EGA1214", ERROR, WARNING),
  PORTS_PER_ADDRESS("EGA1215", ERROR),
  FQDN_SLICE("EGA1216", ERROR),
  NO_PORTS("EGA1217", ERROR),
  NO_ADDRESSES("EGA1218", ERROR),
  SELECTOR_AND_ENDPOINTS("EGA1219", WARNING),
  ENDPOINTS_ALONE("EGA1220", WARNING),
  SLICE_ALONE("EGA1221", WARNING),
  NO_TARGET("EGA1222", WARNING),
  ENDPOINT_DETAILS("EGA1223", WARNING),
  NOT_READY("EGA1224", WARNING),
  FIELD_LOST("EGA1225", WARNING),
  FAMILIES("EGA1226", WARNING),
  DEAD_FIELD("EGA1227", WARNING),
  PORT_NAMED("EGA1228", WARNING),
  IN_CLUSTER("EGA1229", INFO),
  OPERATOR_PLACEHOLDER("EGA1230", INFO),
  LABELS_MERGED("EGA1231", INFO),
  TOOLS_MARKS("EGA1232", INFO),
  ENDPOINTS_TWICE("EGA1233", WARNING),
  MESH_MUTUAL("EGA1240", ERROR),
  POLICY_LOST("EGA1241", WARNING),
  RULE_ON_EXTERNAL_NAME("EGA1242", WARNING),
  ENTRY_ON_LOCAL_NAME("EGA1243", WARNING),
  SHADOWS_SERVICE("EGA1244", WARNING),
  SELF_DNS("EGA1245", WARNING),
  OWN_HOST("EGA1246", INFO),
  WILDCARD("EGA1247", INFO),
  MESH_INTERNAL("EGA1248", INFO),
  RULE_ADDED("EGA1249", INFO),
  RULE_IGNORED("EGA1250", INFO),
  INFERRED_PLATFORM("EGA1251", INFO),
  LEFTOVERS("EGA1252", INFO);

  private final String code;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<Severity> severities;

  /** A rule, with lower severities for findings where a cluster carries out what is declared. */
  Rule(String code, Severity... severities) {
    this.code = code;
    this.severities = List.of(severities);
  }

  /** Returns the code: {@code EGA} and four digits. */
  public String code() {
    return code;
  }

  /** Returns the highest severity of a finding of this rule. */
  public Severity severity() {
    return severities.get(0);
  }

  /** Returns the severities that a finding of this rule can have, the highest first. */
  public List<Severity> severities() {
    return severities;
  }

  /** Returns the severities as text, the highest first: {@code error or warning}. */
  public String severityWords() {
    StringBuilder words = new StringBuilder(severity().word());
    for (int i = 1; i < severities.size(); i++) {
      words.append(i == severities.size() - 1 ? " or " : ", ").append(severities.get(i).word());
    }
    return words.toString();
  }

  /** Returns the requirement, in one sentence without a full stop. */
  public String title() {
    return RuleText.of(this).title();
  }

  /** Returns why the requirement exists, in sentences. */
  public String why() {
    return RuleText.of(this).why();
  }

  /** Returns the general remedy, in sentences; each finding has a specific remedy. */
  public String remedy() {
    return RuleText.of(this).remedy();
  }

  /** Returns the URLs of the specifications and references that the rule is based on. */
  public List<String> references() {
    return RuleText.of(this).references();
  }

  /**
   * Returns the rule with a code such as {@code EGA0102}, in upper or lower case; empty if there is
   * none.
   */
  public static Optional<Rule> of(String code) {
    for (Rule rule : values()) {
      if (rule.code.equalsIgnoreCase(code)) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }
}
