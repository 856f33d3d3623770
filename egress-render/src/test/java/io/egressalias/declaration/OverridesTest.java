package io.egressalias.declaration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Validated;
import io.egressalias.model.EgressAliases;
import io.egressalias.yaml.HostileStrings;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

final class OverridesTest {
  /** Each text field with the mark has the value that an override gives. */
  private static final String MARK = "MARK";

  private static final String DECLARED =
      """
      apiVersion: egressalias.io/v1alpha1
      kind: EgressAliases
      metadata: {name: a}
      spec: {platform: {istio: "1.20"}, namespace: shop,
        aliases: [
        {name: payments, externalName: payments.example.com,
          ports: [{name: https, port: 443}, {name: http, port: 80}],
          tls: {mode: DISABLE}},
        {name: old, namespace: other,
          endpoints: [10.0.0.1, {address: 10.0.0.2, hostname: b}],
          ports: [{port: 5432}]}]}
      """;

  private static final String SIMPLE = DECLARED.replace("mode: DISABLE", "mode: SIMPLE");

  /** Fields of strings, with the text of a declaration in which the mark is the value. */
  private static final Map<String, String> MARKED =
      Stream.of(
              "namespace",
              "platform.clusterDomain",
              "labels.a",
              "aliases.payments.externalName",
              "aliases.payments.authority",
              "aliases.payments.tls.sni",
              "aliases.payments.ports.https.name",
              "aliases.payments.ports.http.appProtocol",
              "aliases.old.endpoints[0]",
              "aliases.old.endpoints[1].hostname",
              "aliases.old.namespace")
          .collect(
              Collectors.toMap(
                  path -> path, path -> text(read(SIMPLE, Overrides.none().with(path, MARK)))));

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "spec.platform.istio; 1.27; platform: {istio: \"1.20\"}; platform: {istio: \"1.27\"}",
        "platform.istio; none; platform: {istio: \"1.20\"}; platform: {istio: none}",
        "platform.outboundTrafficPolicy; REGISTRY_ONLY; istio: \"1.20\"}; istio: \"1.20\","
            + " outboundTrafficPolicy: REGISTRY_ONLY}",
        "namespace; bank; namespace: shop; namespace: bank",
        "labels.team; x; namespace: shop; 'namespace: shop, labels: {team: x}'",
        "labels.example.com/team; x; namespace: shop;"
            + " 'namespace: shop, labels: {example.com/team: x}'",
        "annotations[example.com/a]; x=y; namespace: shop;"
            + " 'namespace: shop, annotations: {example.com/a: x=y}'",
        "aliases.payments.externalName; b.example.com; payments.example.com; b.example.com",
        "aliases[payments].externalName; b.example.com; payments.example.com; b.example.com",
        "aliases[0].externalName; b.example.com; payments.example.com; b.example.com",
        "aliases.payments.ports.https.port; 8443; port: 443; port: 8443",
        "aliases.payments.ports[1].port; 8080; port: 80}; port: 8080}",
        "aliases.payments.ports.https.targetPort; 8443; port: 443; 'port: 443, targetPort: 8443'",
        "aliases.payments.ports.https.targetPort; web; port: 443; 'port: 443, targetPort: web'",
        "aliases.payments.tls.mode; SIMPLE; mode: DISABLE; mode: SIMPLE",
        "aliases.payments.tls.subjectAltNames; 'a.b, c.d'; mode: DISABLE;"
            + " 'mode: DISABLE, subjectAltNames: [a.b, c.d]'",
        "aliases.payments.preserveAuthority; true; externalName: payments.example.com;"
            + " 'preserveAuthority: true, externalName: payments.example.com'",
        "aliases.payments.workloadSelector.matchLabels.app; x; externalName: payments.example.com;"
            + " 'workloadSelector: {matchLabels: {app: x}}, externalName: payments.example.com'",
        "aliases.payments.ports.http.tls.mode; SIMPLE; port: 80}; 'port: 80, tls: {mode: SIMPLE}}'",
        "aliases.old.endpoints[0]; 10.0.0.9; 10.0.0.1; 10.0.0.9",
        "aliases.old.endpoints[0].hostname; a; 10.0.0.1; '{address: 10.0.0.1, hostname: a}'",
        "aliases.old.endpoints[1].address; 10.0.0.9; 10.0.0.2; 10.0.0.9",
        "aliases.old.ports[0].name; tcp; port: 5432; 'port: 5432, name: tcp'",
        "metadata.name; b; 'metadata: {name: a}'; 'metadata: {name: b}'"
      })
  void readsAsIfDeclared(String path, String value, String declared, String instead) {
    assertTrue(DECLARED.contains(declared), declared);
    assertEquals(
        UncheckedReading.read("a.yaml", DECLARED.replace(declared, instead)),
        read(DECLARED, Overrides.none().with(path, value)));
  }

  @Test
  void listReplacesAList() {
    assertEquals(
        UncheckedReading.read(
            "a.yaml",
            DECLARED.replace(
                "[10.0.0.1, {address: 10.0.0.2, hostname: b}]", "[10.0.0.3, 10.0.0.4, 10.0.0.5]")),
        read(
            DECLARED,
            Overrides.none().with("aliases.old.endpoints", "10.0.0.3,10.0.0.4, 10.0.0.5")));
  }

  @Test
  void lastValueCounts() {
    Overrides twice = Overrides.none().with("namespace", "one").with("spec.namespace", "two");
    assertEquals(read(DECLARED, Overrides.none().with("namespace", "two")), read(DECLARED, twice));
  }

  @Test
  void appliesToEveryDocumentThatHasTheAlias() {
    String other = DECLARED.replace("payments", "orders");
    List<EgressAliases> read =
        read(
            DECLARED + "---\n" + other,
            Overrides.none()
                .with("platform.istio", "1.27")
                .with("aliases.orders.ports.https.port", "8443"));
    assertEquals("1.27", read.get(0).platform().istio().version().orElseThrow().toString());
    assertEquals("1.27", read.get(1).platform().istio().version().orElseThrow().toString());
    assertEquals(443, read.get(0).aliases().get(0).ports().get(0).port());
    assertEquals(8443, read.get(1).aliases().get(0).ports().get(0).port());
  }

  @Test
  void hostileTextStaysTheTextOfTheField() {
    for (String value : HostileStrings.all()) {
      textStaysTheTextOfTheField(value);
    }
  }

  @Property
  void anyTextStaysTheTextOfTheField(@ForAll String value) {
    textStaysTheTextOfTheField(value);
  }

  private static void textStaysTheTextOfTheField(String value) {
    MARKED.forEach(
        (path, marked) ->
            assertEquals(
                marked.replace("\"" + MARK + "\"", quoted(value)),
                text(read(SIMPLE, Overrides.none().with(path, value))),
                path));
  }

  @Test
  void everyFieldHasTheMarkOnce() {
    MARKED.forEach((path, marked) -> assertEquals(2, marked.split(MARK, -1).length, path));
  }

  private static String text(List<EgressAliases> declarations) {
    StringBuilder text = new StringBuilder();
    for (EgressAliases declaration : declarations) {
      text.append(JsonMapper.shared().writeValueAsString(DeclarationWriter.tree(declaration, "a")));
    }
    return text.toString();
  }

  private static String quoted(String value) {
    return JsonMapper.shared().writeValueAsString(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "aliases.payments.externalNam; the field `externalNam` is unknown. Write `externalName`",
        "aliases.payments.external_name; the field `external_name` is unknown. Write `externalName`",
        "platfrm.istio; the field `platfrm` is unknown. Write `platform`",
        "metadata.x; the field `x` is unknown. Write one of the fields `name`, `namespace`, `annotations`",
        "kind; the field `kind` is unknown.",
        "aliases; `aliases` is a list of maps. Select an item and a field, such as `aliases[0].name`",
        "aliases.payments; `aliases.payments` is a map. Write one of its fields,",
        "aliases.payments.tls; `aliases.payments.tls` is a map. Write one of its fields, such as"
            + " `aliases.payments.tls.mode`",
        "labels; `labels` is a map. Write a key, such as `labels.example`",
        "labels.; a key is missing after `labels`. Write a key, such as `labels.example`",
        "namespace.x; `namespace` has no fields. Write `namespace` before the value",
        "aliases[0.name; `[` is not closed. Write `]` after the index or the name",
        "aliases[0]name; `.` is missing after `aliases[0]`. Write `aliases[0].` before the field",
        "aliases.old.endpoints.x; `x` selects no item of `endpoints`. Write an index, such as"
            + " `endpoints[0]`",
        "aliases.a.tls.subjectAltNames.x; `x` selects no item of `subjectAltNames`. Write an index,"
            + " such as `subjectAltNames[0]`",
        "''; the field `` is unknown.",
        "aliases[]; `` selects no item of `aliases`.",
        "aliases.; `` selects no item of `aliases`."
      })
  void unknownFieldIsRefusedBeforeReading(String path, String reason) {
    InvalidOverrideException e =
        assertThrows(InvalidOverrideException.class, () -> Overrides.none().with(path, "x"));
    assertTrue(
        String.valueOf(e.getMessage())
            .startsWith("`--set " + path + "=x` names no value: " + reason),
        e.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "aliases.payment.externalName; no item of `aliases` has the name `payment`. Write"
            + " `aliases.payments`",
        "aliases.frobnicate.externalName; no item of `aliases` has the name `frobnicate`. Write one of"
            + " the names `payments`, `old`",
        "aliases.payments.ports.htps.name; no item of `aliases.payments.ports` has the name `htps`."
            + " Write `aliases.payments.ports.https`",
        "aliases[2].externalName; no item of `aliases` has the index 2. Write an index from `[0]` to"
            + " `[1]`",
        "aliases.old.ports.tcp.port; no item of `aliases.old.ports` has the name `tcp`. Write an"
            + " index from `[0]` to `[0]`",
        "aliases.payments.endpoints[0]; no item of `aliases.payments.endpoints` has the index 0. Add"
            + " the item to a declaration"
      })
  void itemThatNoDeclarationHasIsRefused(String path, String reason) {
    InvalidOverrideException e =
        assertThrows(
            InvalidOverrideException.class,
            () -> findings(DECLARED, Overrides.none().with(path, "x")));
    assertEquals("`--set " + path + "=x` names no value: " + reason, e.getMessage());
  }

  @Test
  void itemOfAnUnreadableDocumentMayExist() {
    List<Diagnostic> found =
        findings(DECLARED + "---\n[", Overrides.none().with("aliases.x.externalName", "x"));
    assertFalse(found.isEmpty());
  }

  @Test
  void findingNamesTheOverrideAndThePlaceOfTheField() {
    Overrides port = Overrides.none().with("aliases.payments.ports.https.port", "x");
    Diagnostic finding = finding("spec.aliases[0].ports[0].port", findings(DECLARED, port));
    assertEquals(
        "expected a whole number in decimal, found the string `x`, set by `--set"
            + " aliases.payments.ports.https.port=x`",
        finding.message());
    assertTrue(
        finding.remedy().startsWith("Change the value of the option, or remove the option and "),
        finding.remedy());
    assertEquals("a.yaml:7:33", finding.location().orElseThrow().toString());
  }

  @Test
  void findingOfAnAbsentFieldHasThePlaceOfTheNearestParent() {
    Overrides sni =
        Overrides.of(OptionStyle.MAVEN).with("aliases.old.tls.sni", "x_").with("labels.a", "?");
    List<Diagnostic> found = findings(DECLARED, sni);
    Diagnostic mode = finding("spec.aliases[1].tls.mode", found);
    assertEquals(
        "expected `mode`, found none, in the field of `aliases.old.tls.sni=x_` in `<set>`",
        mode.message());
    assertTrue(mode.remedy().startsWith("Remove the parameter, or add the field"), mode::text);
    assertEquals("a.yaml:9:3", mode.location().orElseThrow().toString());
    assertEquals("a.yaml:4:7", finding("spec.labels.a", found).location().orElseThrow().toString());
  }

  @Test
  void equalOverridesHaveEqualTexts() {
    Overrides one = Overrides.none().with("namespace", "a").with("labels.b", "c");
    assertEquals(
        one.toString(), Overrides.none().with("namespace", "a").with("labels.b", "c").toString());
    assertFalse(
        one.toString().equals(Overrides.none().with("namespace", "a\nlabels.b=c").toString()));
  }

  private static Diagnostic finding(String path, List<Diagnostic> found) {
    return found.stream()
        .filter(each -> each.path().toString().equals(path))
        .findFirst()
        .orElseThrow(() -> new AssertionError(found));
  }

  private static List<EgressAliases> read(String text, Overrides overrides) {
    return UncheckedReading.read(Source.of("a.yaml", text), Assumptions.none(), overrides);
  }

  private static List<Diagnostic> findings(String text, Overrides overrides) {
    List<Validated<Declarations>> read =
        DeclarationReader.readEach(
            List.of(List.of(Source.of("a.yaml", text))), Assumptions.none(), overrides);
    return read.get(0).diagnostics();
  }
}
