package io.egressalias.internal.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.declaration.Source;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Severity;
import io.egressalias.internal.text.Tree;
import io.egressalias.object.KnownKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read of texts, and which findings texts have. */
final class ManifestReaderTest {
  private static final String SERVICE =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: db
        namespace: shop
      spec:
        type: ExternalName
        externalName: db.example.com
      """;

  private static final String ENDPOINTS =
      """
      apiVersion: v1
      kind: Endpoints
      metadata: {name: db}
      """;

  private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

  private record Result(ManifestSet set, List<Diagnostic> findings) {

    String objects() {
      return set.objects().stream()
          .map(object -> object.id().toString())
          .collect(Collectors.joining(", "));
    }

    String codes() {
      return findings.stream().map(ManifestReaderTest::shown).collect(Collectors.joining("; "));
    }

    Tree tree() {
      return set.objects().get(0).tree();
    }
  }

  private static String shown(Diagnostic finding) {
    return finding.severity().name().charAt(0)
        + finding.rule().code().substring(5)
        + finding.location().map(at -> "@" + at.line() + ":" + at.column()).orElse("")
        + (finding.path().steps().isEmpty() ? "" : " " + finding.path());
  }

  private static Result read(String... texts) {
    ManifestFindings findings = new ManifestFindings();
    List<Source> sources =
        IntStream.range(0, texts.length).mapToObj(i -> Source.of(i + ".yaml", texts[i])).toList();
    ManifestSet set = ManifestReader.read(sources, findings);
    return new Result(set, findings.found());
  }

  private static void expect(String objects, String codes, String... texts) {
    Result result = read(texts);
    assertEquals(objects, result.objects());
    assertEquals(codes, result.codes(), () -> result.findings().toString());
  }

  private static String service(String spec) {
    return "apiVersion: v1\nkind: Service\nmetadata: {name: db}\nspec: {" + spec + "}\n";
  }

  @Test
  void documentsAreReadOneByOne() {
    expect("Service shop/db, Endpoints db", "", SERVICE + "---\n" + ENDPOINTS);
    expect("Service shop/db, Endpoints db", "", SERVICE, ENDPOINTS);
    expect("Service shop/db", "", "\uFEFF" + SERVICE.replace("\n", "\r\n") + "...\n---\n# no\n");
    expect("Service shop/db", "", "# a\n---\n---\n" + SERVICE + "---\n\n---\nnull\n");
    expect("Service db", "", service("ports: [{port: 80}]\t#\ta\tcomment\n"));
    expect("Service shop/db", "", "%YAML 1.1\n---\n" + SERVICE);
  }

  @Test
  void brokenDocumentCostsOnlyItself() {
    expect(
        "Service shop/db, Endpoints db",
        "E03@13:3",
        SERVICE + "---\nkind: Service\na:\n  - b\n  c: d\n---\n" + ENDPOINTS);
    expect(
        "Endpoints db",
        "E01@3:18",
        service("}}").replace("db", "{{ .Values.name }}") + "---\n" + ENDPOINTS);
    expect("Endpoints db", "E03@2:4", "a: &x 1\n---\nb: *x\n---\n".substring(8) + ENDPOINTS);
  }

  @Test
  void jsonDocumentsMayFollowOneAnother() {
    String json =
        """
        {"apiVersion": "v1", "kind": "Endpoints",
        \t"metadata": {"name": "db"}}
        {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "\\ud83d\\ude00"},
         "spec": {"ports": [{"port": "80"}]}}
        """;
    expect("Endpoints db", "E04@4:30 spec.ports[0].port", json);
    expect(
        "Service shop/db, Endpoints db", "E04@13:30 spec.ports[0].port", SERVICE + "---\n" + json);
    expect("Endpoints db", "", "{apiVersion: v1, kind: Endpoints, metadata: {name: db}}");
  }

  @Test
  void itemsOfListsAreObjects() {
    expect(
        "Service a, Endpoints b, Service c",
        "I08@9:3",
        """
        kind: List
        apiVersion: v1
        items:
        - {kind: ServiceList, apiVersion: v1, items: [{metadata: {name: a}, spec: {}}]}
        - apiVersion: v1
          kind: Endpoints
          metadata:
            name: b
        - apiVersion: apps/v1
          kind: Deployment
        - {kind: List, apiVersion: v1, items: [{kind: Service, apiVersion: v1, metadata: {name: c},
            spec: {}}]}
        """);
    expect(
        "EndpointSlice a, EndpointSlice b",
        "",
        """
        {"kind": "EndpointSliceList", "apiVersion": "discovery.k8s.io/v1", "items": [
          {"metadata": {"name": "a"}}, {"metadata": {"name": "b"}}]}
        """);
    expect(
        "ServiceEntry a",
        "",
        """
        kind: ServiceEntryList
        apiVersion: networking.istio.io/v1
        items:
        - metadata: {name: a}
          spec: {hosts: [a.b.c]}
        """);
    expect("", "", "kind: List\napiVersion: v1\nitems: []\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '!',
      value = {
        "externalName: y|E06@4:22 spec.externalName",
        "externalName: \"y\"|",
        "externalName: 10.1|E04@4:22 spec.externalName",
        "externalName: 10.1.2.3|",
        "externalName: 2024-01-01|",
        "externalName: 12:30|",
        "externalName: 0x10|E04@4:22 spec.externalName",
        "externalName: 1_000|E06@4:22 spec.externalName",
        "externalName: {a: b}|E04@4:22 spec.externalName",
        "externalName: [a]|E04@4:22 spec.externalName",
        "externalName: null|",
        "ports: [{port: 0666}]|W06@4:23 spec.ports[0].port",
        "ports: [{port: 080}]|W06@4:23 spec.ports[0].port",
        "ports: [{port: 8_0}]|W06@4:23 spec.ports[0].port",
        "ports: [{port: 1e3}]|",
        "ports: [{port: 0o666}]|",
        "ports: [{port: 80.5}]|E04@4:23 spec.ports[0].port",
        "ports: [{port: 80, name: on}]|E06@4:33 spec.ports[0].name",
        "ports: [{port: 80, name: 8080}]|E04@4:33 spec.ports[0].name",
        "ports: [{port: 80, targetPort: http}]|",
        "ports: [{port: 80, targetPort: yes}]|E06@4:39 spec.ports[0].targetPort",
        "ports: {port: 80}|E04@4:15 spec.ports",
        "ports: 80|E04@4:15 spec.ports",
        "ports: [80]|E04@4:16 spec.ports[0]",
        "publishNotReadyAddresses: yes|",
        "publishNotReadyAddresses: \"true\"|E04@4:34 spec.publishNotReadyAddresses",
        "externalName: \"${HOST}\"|E02@4:22 spec.externalName",
        "externalName: ${HOST}|E02@4:23",
        "externalName: $HOST|E02@4:22 spec.externalName",
        "externalName: $(HOST)|E02@4:22 spec.externalName",
        "externalName: \"${HOST:-a}.example.com\"|E02@4:22 spec.externalName",
        "externalName: \"{{ .Values.host }}\"|E01@4:22 spec.externalName",
        "ports: [{port: \"${PORT}\"}]|E02@4:23 spec.ports[0].port",
        "ports: \"${PORTS}\"|E02@4:15 spec.ports",
        "externalName: \"a{% b %}\"|E01@4:22 spec.externalName",
        "selector: {a: b}, ports: [{port: \"${PORT}\"}]|",
        "selector: {}, ports: [{port: \"${PORT}\"}]|E02@4:37 spec.ports[0].port",
        "externalName: a, externalName: b|W05@4:25 spec.externalName",
      })
  void valuesAreReadAsKubectlDoes(String spec, String codes) {
    Result result = read(service(spec));
    assertEquals(codes == null ? "" : codes, result.codes());
    boolean refused = result.codes().contains("E");
    assertEquals(refused ? "" : "Service db", result.objects());
    assertEquals(
        refused,
        result
            .set()
            .isRefused(KnownKind.SERVICE, KnownKind.ENDPOINTS.id(Optional.of("default"), "db")));
  }

  @Test
  void valuesAreWrittenAsTheServerHasThem() {
    Tree tree =
        read("""
        apiVersion: v1
        kind: Service
        metadata:
          name: db
          namespace:
          uid: 1a
          managedFields: [{manager: kubectl}]
          labels: {a: , b: "1", y: "2"}
          annotations:
            kubectl.kubernetes.io/last-applied-configuration: "{}"
            keep: "on"
        spec: &spec
          ports: [{port: 0666, targetPort: 080, name: a}]
          externalName: a
          externalName: b
          <<: {type: ExternalName}
        status: {loadBalancer: {}}
        """)
            .tree();
    assertEquals("438", port(tree, "port"));
    assertEquals("80", port(tree, "targetPort"));
    assertEquals("b", tree.textAt("spec", "externalName"));
    assertEquals("ExternalName", tree.textAt("spec", "type"));
    assertEquals("2", tree.textAt("metadata", "labels", "true"));
    assertEquals("", tree.textAt("metadata", "labels", "a"));
    assertTrue(tree.at("metadata", "labels", "a") != null);
    assertTrue(tree.at("metadata", "namespace") == null);
    assertTrue(tree.at("metadata", "managedFields") == null);
    assertTrue(tree.at("status") == null);
    assertEquals("on", tree.textAt("metadata", "annotations", "keep"));
    assertEquals("", tree.textAt("metadata", "annotations", LAST_APPLIED));
  }

  private static String port(Tree tree, String key) {
    return tree.itemsAt("spec", "ports").get(0).textAt(key);
  }

  @Test
  void variableInTextOfAnotherToolIsKept() {
    String annotated =
        "apiVersion: v1\nkind: Endpoints\nmetadata: {name: db, annotations: {a: \"%s\"}}\n";
    expect("Endpoints db", "", annotated.formatted("{{ .x }} $1 $a $(date +%s) $${A}"));
    expect("", "E02@3:39 metadata.annotations.a", annotated.formatted("${A}"));
    expect(
        "Endpoints db", "", annotated.formatted("${A}").replace("name: db", "name: db, uid: 1-2"));
  }

  @Test
  void objectHasNameAndSpec() {
    expect(
        "",
        "E04@4:9 metadata.name",
        "apiVersion: v1\nkind: Service\nmetadata:\n  name: 80\nspec: {}\n"
            .replace("80", "{name}")
            .replace("@", ""));
    expect("", "E04@1:1 metadata.name", "apiVersion: v1\nkind: Service\nspec: {}\n");
    expect("", "E04@1:1 spec", "apiVersion: v1\nkind: Service\nmetadata: {name: a}\n");
    expect("", "E04@1:1", "kind: Service\nmetadata: {name: a}\nspec: {}\n");
    expect("", "E04@1:1", "apiVersion: v1\nmetadata: {name: a}\nspec: {}\n");
    expect("", "E04@2:7", "apiVersion: v1\nkind: service\nmetadata: {name: a}\nspec: {}\n");
    expect("", "E04@1:1", "just text\n");
  }

  @Test
  void templateOfAnotherKindIsNoError() {
    String template = "{{- if .Values.on }}\napiVersion: apps/v1\nkind: Deployment\n{{- end }}\n";
    expect("", "I01@1:1", template);
    expect("", "E01@1:1", template.replace("Deployment", "Service"));
    expect("", "E01@1:1", template.replace("Deployment", "{{ .Values.kind }}"));
    expect("", "E01@2:1", "# {{ no }}\n" + template.replace("kind: Deployment\n", ""));
    expect("", "I01@1:1", "{{- end }}\n");
    expect("", "E01@2:1", "kind: Service\n{% if a %}\nb: c\n");
    expect("", "E01@1:7", "kind: Service\n  %{ if a }\nb: c\n");
  }

  @Test
  void templateIsRefusedByItsName() {
    Result result =
        read("kind: Endpoints\nmetadata:\n  name: db # no\n  namespace: shop\nb: {{ c }}\n");
    assertTrue(
        result
            .set()
            .isRefused(KnownKind.ENDPOINTS, KnownKind.SERVICE.id(Optional.of("shop"), "db")));
  }

  @Test
  void otherKindsAreCounted() {
    Result result =
        read(
            """
            apiVersion: apps/v1
            kind: Deployment
            ---
            apiVersion: apps/v1
            kind: Deployment
            ---
            apiVersion: egressalias.io/v1alpha1
            kind: EgressAliases
            ---
            apiVersion: serving.knative.dev/v1
            kind: Service
            ---
            replicas: 2
            """);
    assertEquals("{Deployment=2, Service=1}", result.set().others().toString());
    assertEquals(1, result.set().declarations());
    assertEquals("I08@7:1; I08@1:1; I08@10:1; I08@13:1", result.codes());
    assertFalse(result.set().meshed());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{apiVersion: networking.istio.io/v1, kind: Gateway}|true",
        "{apiVersion: v1, kind: Namespace, metadata: {labels: {istio-injection: enabled}}}|true",
        "{apiVersion: v1, kind: Namespace, metadata: {labels: {istio.io/rev: a}}}|true",
        "{apiVersion: apps/v1, kind: X, spec: {template: {metadata: {annotations: {"
            + "traffic.sidecar.istio.io/a: b}}}}}|true",
        "{apiVersion: v1, kind: ConfigMap, data: {istio-injection: a}}|false",
        "{apiVersion: notistio.io/v1, kind: Gateway}|false",
      })
  void meshIsRecognized(String text, boolean meshed) {
    assertEquals(meshed, read(text).set().meshed());
  }

  @Test
  void commentsAreRecognized() {
    assertTrue(read("# a\n" + SERVICE).set().commented());
    assertTrue(read(SERVICE + "  ports: [] # a\n").set().commented());
    assertFalse(read(SERVICE).set().commented());
    assertFalse(read(SERVICE + "x: |\n  # a\ny: ' # b'\nz: a#b\n").set().commented());
    assertFalse(read("# a\napiVersion: apps/v1\nkind: Deployment\n").set().commented());
  }

  @Test
  void remediesNameTheCommand() {
    assertRemedy("`envsubst < 0.yaml | egress import -`", service("externalName: \"${A}\""));
    assertRemedy("`kustomize build . | egress import -`", service("externalName: $(A)"));
    assertRemedy("`helm template . | egress import -`", service("externalName: {{ .Values.a }}"));
    assertRemedy("its own tool", service("externalName: \"{{ a }}\""));
  }

  private static void assertRemedy(String remedy, String text) {
    List<Diagnostic> findings = read(text).findings();
    assertEquals(1, findings.size(), findings::toString);
    assertEquals(Severity.ERROR, findings.get(0).severity());
    assertTrue(findings.get(0).remedy().contains(remedy), findings::toString);
  }
}
