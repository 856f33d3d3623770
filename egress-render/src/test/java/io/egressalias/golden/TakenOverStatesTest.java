package io.egressalias.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.declaration.DeclarationReader;
import io.egressalias.declaration.Source;
import io.egressalias.imports.ExistingManifests;
import io.egressalias.model.EgressAliases;
import io.egressalias.object.KnownKind;
import io.egressalias.object.ObjectId;
import io.egressalias.plan.Plan;
import io.egressalias.plan.Step;
import io.egressalias.render.Manifest;
import io.egressalias.render.ManifestRenderer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * After each step of a plan from existing manifests, a call reaches only what it reaches before or
 * after the plan, in the same way, or nothing. Istio's code decides what a call reaches.
 */
final class TakenOverStatesTest {
  private static final List<String> CALLS = List.of("http://%s.shop:80", "tcp://%s.shop:6379");

  private static final String PORTS = "[{name: http, port: 80}, {name: redis, port: 6379}]";

  private static final String SERVICE =
      """
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: NAME, namespace: shop}
      spec: {ports: [{name: http, port: 80}, {name: redis, port: 6379}]}
      """;

  private static final String EXTERNAL_NAME =
      SERVICE.replace("{ports", "{type: ExternalName, externalName: api.example.com, ports");

  private static final String ENDPOINTS =
      """
      ---
      apiVersion: v1
      kind: Endpoints
      metadata: {name: NAME, namespace: shop}
      subsets:
      - addresses: [{ip: 192.0.2.10}]
        ports: [{name: http, port: 443}, {name: redis, port: 6380}]
      """;

  private static final String SLICE =
      """
      ---
      apiVersion: discovery.k8s.io/v1
      kind: EndpointSlice
      metadata:
        name: NAME-old
        namespace: shop
        labels: {kubernetes.io/service-name: NAME}
      addressType: IPv4
      ports: [{name: http, port: 80}, {name: redis, port: 6379}]
      endpoints: [{addresses: [192.0.2.10]}]
      """;

  private static final String RULE =
      """
      ---
      apiVersion: networking.istio.io/v1beta1
      kind: DestinationRule
      metadata: {name: RULE, namespace: shop}
      spec: {host: HOST, trafficPolicy: {tls: {mode: SIMPLE, sni: api.example.com}}}
      """;

  private static final String ENTRY =
      """
      ---
      apiVersion: networking.istio.io/v1beta1
      kind: ServiceEntry
      metadata: {name: ENTRY, namespace: shop}
      spec:
        hosts: [HOST]
        addresses: [240.0.0.1]
        location: MESH_EXTERNAL
        resolution: DNS
        ports:
        - {number: 80, name: http, protocol: HTTP, targetPort: 443}
        - {number: 6379, name: redis, protocol: TCP, targetPort: 6380}
        endpoints: [{address: api.example.com}]
      """;

  private static final String ROUTE =
      """
      ---
      apiVersion: networking.istio.io/v1beta1
      kind: VirtualService
      metadata: {name: ROUTE, namespace: shop}
      spec:
        hosts: [NAME.shop.svc.cluster.local]
        http:
        - match: [{port: 80}]
          route: [{destination: {host: HOST, port: {number: 80}}}]
        tcp:
        - match: [{port: 6379}]
          route: [{destination: {host: HOST, port: {number: 6379}}}]
      """;

  /** Manifests as people write them. */
  private enum Existing {
    HOST(EXTERNAL_NAME),
    HOST_AND_RULE(EXTERNAL_NAME, local(RULE, "NAME-dr")),
    SLICES(SERVICE, SLICE),
    ENDPOINTS_ALONE(SERVICE, ENDPOINTS),
    ENDPOINTS_AND_RULE(SERVICE, ENDPOINTS, local(RULE, "NAME-dr")),
    ENDPOINTS_AND_RULE_OF_SAME_NAME(SERVICE, ENDPOINTS, local(RULE, "NAME")),
    LOCAL_ENTRY(local(ENTRY, "NAME-entry"), local(RULE, "NAME-dr")),
    LOCAL_ENTRY_OF_SAME_NAME(SERVICE, local(ENTRY, "NAME"), local(RULE, "NAME")),
    ROUTED(SERVICE, routed("NAME-a", "NAME-b", "NAME-c")),
    ROUTED_OF_SAME_NAMES(SERVICE, routed("NAME", "NAME", "NAME")),
    ROUTED_EXTERNAL_NAME(EXTERNAL_NAME, routed("NAME-a", "NAME-b", "NAME-c")),
    ROUTED_AND_DEAD_ENDPOINTS(SERVICE, ENDPOINTS, routed("NAME", "NAME-b", "NAME"));

    private final String manifests;

    Existing(String... manifests) {
      this.manifests = String.join("", manifests);
    }

    private static String local(String manifest, String name) {
      return manifest
          .replace("RULE", name)
          .replace("ENTRY", name)
          .replace("HOST", "NAME.shop.svc.cluster.local");
    }

    private static String routed(String rule, String route, String entry) {
      String both = "hosts: [NAME.shop.svc.cluster.local, HOST]";
      String ofRoute =
          route.equals("NAME")
              ? ROUTE.replace("hosts: [NAME.shop.svc.cluster.local]", both)
              : ROUTE;
      return (RULE + ofRoute + ENTRY)
          .replace("name: RULE", "name: " + rule)
          .replace("name: ROUTE", "name: " + route)
          .replace("name: ENTRY", "name: " + entry)
          .replace("HOST", "NAME.shop.mesh");
    }
  }

  /** The declaration of the alias. */
  private enum Declared {
    HOST("externalName: api.example.com, tls: {mode: DISABLE}"),
    OTHER_HOST("externalName: www.example.com, tls: {mode: DISABLE}"),
    TLS("externalName: api.example.com, tls: {mode: SIMPLE}"),
    ADDRESSES("endpoints: [192.0.2.10], tls: {mode: DISABLE}"),
    TLS_OF_ADDRESSES("endpoints: [192.0.2.10], tls: {mode: SIMPLE, sni: api.example.com}"),
    PODS("selector: {app: store}");

    private final String fields;

    Declared(String fields) {
      this.fields = fields;
    }

    List<EgressAliases> read(String name) {
      boolean mapped = fields.contains("SIMPLE");
      String ports =
          mapped
              ? PORTS
                  .replace("80}", "80, targetPort: 443}")
                  .replace("6379}", "6379, targetPort: 6380}")
              : PORTS;
      String declaration =
          """
          apiVersion: egressalias.io/v1alpha1
          kind: EgressAliases
          metadata: {name: plans}
          spec:
            platform: {kubernetes: "1.34", istio: "1.27"}
            namespace: shop
            aliases:
            - {name: %s, %s, ports: %s}
          """
              .formatted(name, fields, ports);
      return DeclarationReader.read("plans", declaration).orThrow();
    }
  }

  /** A plan, and the objects in the cluster during it. */
  private static final class TakenOverWay extends Way {
    private final String name;
    private final List<Step> steps;

    TakenOverWay(Existing from, Declared to) {
      name = (from + "-" + to).toLowerCase(Locale.ROOT).replace('_', '-');
      List<EgressAliases> declarations = to.read(name);
      ExistingManifests existing =
          ExistingManifests.of(
              List.of(Source.of("k8s.yaml", from.manifests.replace("NAME", name))),
              declarations,
              Optional.empty());
      assertEquals(List.of(), existing.diagnostics());
      assertEquals(
          from.manifests.split("---\n", -1).length - 1,
          existing.manifests().size(),
          () -> name + existing.manifests());
      existing.manifests().forEach(manifest -> held.put(manifest.id(), manifest));
      List<Manifest> rendered = ManifestRenderer.render(declarations);
      steps = Plan.takingOver(existing.manifests(), rendered).steps();
      assertLeads(rendered);
    }

    private void assertLeads(List<Manifest> rendered) {
      Map<ObjectId, Manifest> end = new LinkedHashMap<>(held);
      steps.forEach(step -> take(step, end));
      Set<ObjectId> expected = new HashSet<>();
      rendered.forEach(manifest -> expected.add(manifest.id()));
      assertEquals(expected, end.keySet(), name);
    }

    @Override
    List<Step> steps() {
      return steps;
    }

    @Override
    String outcome(String call, Sidecar sidecar) {
      return resolves() ? sidecar.outcome(call) : Sidecar.NOTHING;
    }

    /** Without a Service no DNS name exists, and what the sidecar would do is of no importance. */
    private boolean resolves() {
      return held.containsKey(KnownKind.SERVICE.id(Optional.of("shop"), name))
          || held.values().stream().anyMatch(m -> m.kind().equals("ServiceEntry"));
    }

    @Override
    List<String> calls() {
      return CALLS.stream().map(call -> call.formatted(name)).toList();
    }

    @Override
    List<String> strays() {
      List<String> strays = new ArrayList<>();
      for (int state = 1; state < steps.size(); state++) {
        for (int call = 0; call < CALLS.size(); call++) {
          Set<String> declared = new HashSet<>(parts(outcomes.get(0).get(call)));
          declared.addAll(parts(outcomes.get(steps.size()).get(call)));
          declared.add(Sidecar.NOTHING);
          String outcome = outcomes.get(state).get(call);
          if (!declared.containsAll(parts(outcome))) {
            strays.add(
                "%s after %s: %s, expected %s"
                    .formatted(calls().get(call), steps.get(state - 1), outcome, declared));
          }
        }
      }
      return strays;
    }

    /** Old and new objects may hold the same addresses. */
    private static List<String> parts(String outcome) {
      return Arrays.asList(outcome.split(" \\| ", -1));
    }
  }

  @Test
  void callsDuringAPlanReachOnlyWhatTheyReachBeforeOrAfter() {
    List<TakenOverWay> ways = new ArrayList<>();
    for (Existing from : Existing.values()) {
      for (Declared to : Declared.values()) {
        ways.add(new TakenOverWay(from, to));
      }
    }
    int longest = ways.stream().mapToInt(way -> way.steps.size()).max().orElseThrow();
    assertTrue(longest > 3, () -> "steps: " + longest);
    assertEquals("", String.join("\n", Way.strays(ways, longest)));
  }
}
