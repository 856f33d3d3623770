package io.egressalias.internal.krm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** References that kustomize breaks are updated, or the run is refused. */
final class TransformerTest {
  /** An alias with addresses and a routed alias, as kustomize passes them. */
  private static final String RENDERED =
      """
      - apiVersion: v1
        kind: Service
        metadata:
          annotations:
            egressalias.io/alias: default/db # the mark
            egressalias.io/declaration: egressalias.io/v1alpha1/EgressAliases//external
          name: db
        spec:
          ports:
          - name: tcp
            port: 5432
      - apiVersion: discovery.k8s.io/v1
        kind: EndpointSlice
        metadata:
          annotations:
            egressalias.io/alias: default/db
          labels:
            kubernetes.io/service-name: db
            endpointslice.kubernetes.io/managed-by: egressalias.io
          name: db-ipv4
        addressType: IPv4
      - apiVersion: networking.istio.io/v1
        kind: DestinationRule
        metadata:
          annotations:
            egressalias.io/alias: default/db
          name: db
        spec:
          host: db.default.svc.cluster.local # where to
      - apiVersion: v1
        kind: Service
        metadata: {name: api, annotations: {"egressalias.io/alias": "default/api"}}
        spec: {ports: [{name: http, port: 80}]}
      - apiVersion: networking.istio.io/v1
        kind: ServiceEntry
        metadata: {name: api, annotations: {"egressalias.io/alias": "default/api"}}
        spec: {hosts: ["api.default.egressalias.internal"]}
      - apiVersion: networking.istio.io/v1
        kind: DestinationRule
        metadata: {name: api, annotations: {"egressalias.io/alias": "default/api"}}
        spec: {host: 'api.default.egressalias.internal'}
      - apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: api, annotations: {"egressalias.io/alias": "default/api"}}
        spec:
          hosts:
          - api.default.svc.cluster.local
          http:
          - route:
            - destination: {host: api.default.egressalias.internal, port: {number: 80}}
          tcp:
          - route:
            - destination:
                host: api.default.egressalias.internal
      - apiVersion: v1
        kind: Service
        metadata: {name: theirs}
        spec: {selector: {app: theirs}}
      """;

  /** Renames objects as kustomize does, without the references to them. */
  private static String rename(String items, String prefix, String suffix, String namespace) {
    String renamed =
        items.replaceAll("(?<![-a-z] )\\bname: (db|api)\\b", "name: " + prefix + "$1" + suffix);
    return namespace.isEmpty()
        ? renamed
        : renamed
            .replaceAll("(?m)^  metadata: \\{", "  metadata: {namespace: " + namespace + ", ")
            .replaceAll("(?m)^  metadata:\n", "  metadata:\n    namespace: " + namespace + "\n");
  }

  @Test
  void keepsConsistentObjects() {
    assertEquals(RENDERED, Lists.transform(RENDERED));
  }

  @ParameterizedTest
  @CsvSource({"p-, '', ''", "'', -s, ''", "'', '', prod", "p-, -s, prod", "x, '', team-a"})
  void recomputesHostsAndLabels(String prefix, String suffix, String namespace) {
    String renamed = rename(RENDERED, prefix, suffix, namespace);
    String updated = Lists.transform(renamed);
    String ns = namespace.isEmpty() ? "default" : namespace;
    String db = prefix + "db" + suffix;
    String api = prefix + "api" + suffix;
    List<?> items = Lists.items(Lists.with("items:\n" + updated, ""));
    assertEquals(db, Lists.field(items, 1, "metadata", "labels", "kubernetes.io/service-name"));
    assertEquals(db + "." + ns + ".svc.cluster.local", Lists.field(items, 2, "spec", "host"));
    String internal = api + "." + ns + ".egressalias.internal";
    assertEquals(List.of(internal), Lists.field(items, 4, "spec", "hosts"));
    assertEquals(internal, Lists.field(items, 5, "spec", "host"));
    Object route = Lists.field(items, 6, "spec");
    assertEquals(List.of(api + "." + ns + ".svc.cluster.local"), Lists.field(route, "hosts"));
    for (String protocol : List.of("http", "tcp")) {
      assertEquals(internal, Lists.field(route, protocol, 0, "route", 0, "destination", "host"));
    }
    for (int i = 0; i < 7; i++) {
      assertEquals(
          ns + "/" + (i < 3 ? db : api),
          Lists.field(items, i, "metadata", "annotations", "egressalias.io/alias"));
    }
    assertEquals(updated, Lists.transform(updated));
  }

  @Test
  void touchesNothingElse() {
    String updated = Lists.transform(rename(RENDERED, "p-", "", ""));
    assertTrue(updated.contains("host: p-db.default.svc.cluster.local # where to\n"), updated);
    assertTrue(updated.contains("egressalias.io/alias: default/p-db # the mark\n"), updated);
    assertTrue(updated.contains("{host: \"p-api.default.egressalias.internal\"}"), updated);
    assertTrue(updated.endsWith(RENDERED.substring(RENDERED.lastIndexOf("- apiVersion"))), updated);
  }

  @Test
  void updatesObjectsThatAreRenamedAgain() {
    String base = Lists.transform(rename(RENDERED, "b-", "", ""));
    String overlay = base.replace("name: b-", "name: o-b-");
    String updated = Lists.transform(overlay);
    assertEquals(
        Lists.transform(rename(RENDERED, "o-b-", "", "")).replace("\"", ""),
        updated.replace("\"", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "spec:\\n    selector:\\n      app: x\\n    type: ExternalName\\n"
            + " | spec:\\n    type: ExternalName\\n",
        "spec:\\n    type: ExternalName\\n    selector: {app: x} # pushed\\n    # stays\\n"
            + " | spec:\\n    type: ExternalName\\n    # stays\\n",
        "spec: {selector: {app: x}, type: ExternalName}\\n | spec: {type: ExternalName}\\n",
        "spec: {type: ExternalName, selector: {app: x}}\\n | spec: {type: ExternalName}\\n",
        "spec: {type: ExternalName, selector: {app: x}, }\\n | spec: {type: ExternalName, }\\n",
        "spec:\\n    type: ExternalName\\n    selector:\\n | spec:\\n    type: ExternalName\\n",
      })
  void removesAnAddedSelector(String before, String after) {
    assertEquals(service(after), Lists.transform(service(before)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "spec:\\n    selector:\\n      app: x\\n | spec:\\n    {}\\n",
        "spec: {selector: {app: x}}\\n | spec: {}\\n",
      })
  void keepsAnEmptySpecIfTheSelectorWasItsOnlyField(String before, String after) {
    String slice =
        """
        - apiVersion: discovery.k8s.io/v1
          kind: EndpointSlice
          metadata: {name: a, annotations: {egressalias.io/alias: default/a}}
        """;
    assertEquals(service(after) + slice, Lists.transform(service(before) + slice));
  }

  @Test
  void keepsTheSelectorOfAnAliasForPods() {
    String pods = service("spec:\\n    selector:\\n      app: x\\n");
    assertEquals(pods, Lists.transform(pods));
  }

  private static String service(String spec) {
    return """
        - apiVersion: v1
          kind: Service
          metadata: {name: a, annotations: {egressalias.io/alias: default/a}}
        """
        + "  "
        + spec.strip().replace("\\n", "\n");
  }

  private static void assertRefused(String items, Rule rule, String about, String message) {
    FunctionOutput output =
        ResourceListFunction.run(Lists.with("items:\n" + items, Lists.TRANSFORM));
    assertTrue(output.failed());
    List<Diagnostic> found = output.diagnostics();
    assertEquals(1, found.size(), found::toString);
    assertEquals(rule, found.get(0).rule());
    assertEquals("[" + about + "]", found.get(0).path().toString());
    assertTrue(found.get(0).message().contains(message), found.get(0).message());
  }

  @Test
  void refusesAnAliasWithTwoServices() {
    String twice =
        RENDERED
            + rename(RENDERED.substring(0, RENDERED.indexOf("- apiVersion: disc")), "p-", "", "");
    assertRefused(
        twice,
        Rule.NOT_CORRECTABLE,
        "Service default/db",
        "expected one Service of the alias `default/db`, found 2");
  }

  @Test
  void refusesAnAliasWithoutItsService() {
    String without = RENDERED.substring(RENDERED.indexOf("- apiVersion: disc"));
    assertRefused(
        without,
        Rule.NOT_CORRECTABLE,
        "EndpointSlice default/db-ipv4",
        "expected one Service of the alias `default/db`, found 0");
  }

  @Test
  void refusesAnObjectInAnotherNamespace() {
    String moved =
        RENDERED.replace("    name: db-ipv4\n", "    name: db-ipv4\n    namespace: other\n");
    assertRefused(
        moved,
        Rule.NOT_CORRECTABLE,
        "EndpointSlice other/db-ipv4",
        "its Service, `default`, found `other`");
  }

  @Test
  void refusesANameThatChangesWithTheContent() {
    String hashed =
        RENDERED.replaceFirst(
            "annotations:\n", "annotations:\n      kustomize.config.k8s.io/needs-hash: 'true'\n");
    assertRefused(hashed, Rule.NOT_CORRECTABLE, "Service default/db", "needs-hash");
  }

  @Test
  void refusesEndpointsOfAnotherName() {
    String endpoints =
        """
        - apiVersion: v1
          kind: Endpoints
          metadata: {name: other, annotations: {egressalias.io/alias: default/db}}
        """;
    assertRefused(endpoints + RENDERED, Rule.NOT_CORRECTABLE, "Endpoints default/other", "`db`");
  }

  @Test
  void refusesAHostOfAnotherAlias() {
    String host = RENDERED.replace("host: db.default", "host: other.default");
    assertRefused(host, Rule.NOT_CORRECTABLE, "DestinationRule default/db", "`other.default");
  }

  /** Such an object may refer to hosts in unknown fields. */
  @ParameterizedTest
  @CsvSource({"networking.istio.io/v1, Gateway", "serving.knative.dev/v1, Service", "v2, ''"})
  void refusesAnUnknownKind(String version, String kind) {
    String unknown =
        """
        - apiVersion: %s
          kind: %s
          metadata: {name: other, annotations: {egressalias.io/alias: default/db}}
        """
            .formatted(version, kind);
    assertRefused(
        unknown + RENDERED,
        Rule.NOT_CORRECTABLE,
        kind + " default/other",
        "found `" + kind + "` with the API version `" + version + "`");
  }

  @Test
  void keepsAnUnknownKindWithoutAMark() {
    String other =
        """
        - apiVersion: networking.istio.io/v1
          kind: Sidecar
          metadata: {name: other}
        """;
    assertEquals(other + RENDERED, Lists.transform(other + RENDERED));
  }

  @Test
  void refusesAnInvalidServiceName() {
    String prefix = "a".repeat(63);
    assertRefused(
        rename(
            RENDERED.substring(
                0, RENDERED.indexOf("- apiVersion: v1\n  kind: Service\n  metadata: {name: api")),
            prefix,
            "",
            ""),
        Rule.NOT_CORRECTABLE,
        "Service default/" + prefix + "db",
        "is not a valid Service name");
  }

  @Test
  void warnsAboutUnmarkedObjectsThatLookRendered() {
    String unmarked =
        RENDERED.replaceAll(", annotations: \\{\"egressalias.io/alias\": \"default/api\"}", "");
    String renamed = rename(unmarked, "p-", "", "");
    FunctionOutput output =
        ResourceListFunction.run(Lists.with("items:\n" + renamed, Lists.TRANSFORM));
    assertFalse(output.failed());
    assertEquals(
        List.of(
            "[ServiceEntry default/p-api]",
            "[DestinationRule default/p-api]",
            "[VirtualService default/p-api]"),
        output.diagnostics().stream().map(d -> d.path().toString()).toList());
    assertTrue(output.diagnostics().stream().allMatch(d -> d.rule() == Rule.UNMARKED_OBJECT));
    String theirs =
        renamed.substring(
            renamed.indexOf("- apiVersion: v1\n  kind: Service\n  metadata: {name: p-api"));
    assertTrue(output.text().contains(theirs), output.text());
  }

  @Test
  void quotesHostsThatNeedQuotes() {
    String odd =
        RENDERED.replace("host: db.default.svc.cluster.local", "host: \"db.default.\\\"\\n\"");
    String updated = Lists.transform(rename(odd, "p-", "", ""));
    assertEquals(
        "p-db.default.\"\n",
        Lists.field(Lists.items(Lists.with("items:\n" + updated, "")), 2, "spec", "host"));
  }
}
