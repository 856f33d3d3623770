package io.egressalias.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans from manifests that were not rendered. */
final class PlanFromManifestsTest {
  private static final String MANIFESTS =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: store, namespace: shop}
      spec: {ports: [{name: http, port: 80}]}
      ---
      apiVersion: v1
      kind: Endpoints
      metadata: {name: store, namespace: shop}
      subsets: [{addresses: [{ip: 10.20.0.10}], ports: [{name: http, port: 443}]}]
      ---
      apiVersion: networking.istio.io/v1
      kind: DestinationRule
      metadata: {name: store-tls, namespace: shop}
      spec: {host: store, trafficPolicy: {tls: {mode: SIMPLE, sni: store.example.com}}}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: other, namespace: shop}
      spec: {selector: {app: other}, ports: [{port: 80}]}
      """;

  private static final String DECLARATION =
      """
      apiVersion: egressalias.io/v1alpha1
      kind: EgressAliases
      metadata: {name: shop}
      spec:
        platform: {kubernetes: "1.34", istio: "1.27"}
        namespace: shop
        aliases:
        - name: store
          endpoints: [10.20.0.10]
          ports: [{name: http, port: 80, targetPort: 443}]
          tls: {mode: SIMPLE, sni: store.example.com}
      """;

  @TempDir private Path directory = Path.of("");

  @BeforeEach
  void write() throws IOException {
    Files.writeString(directory.resolve("k8s.yaml"), MANIFESTS);
    Files.writeString(directory.resolve("egress.yaml"), DECLARATION);
  }

  private Run plan(String... more) {
    String[] words = {"plan", "--from-manifests", "k8s.yaml", "--to", "egress.yaml"};
    String[] all = Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return Run.in(directory, all);
  }

  @Test
  void addressesAreDeletedBeforeTheRuleAndOtherObjectsStay() {
    Run run = plan();
    assertEquals(
        """
        delete   Endpoints shop/store  (no traffic of `store` leaves while its objects change)
        delete   DestinationRule shop/store-tls  (no traffic of `store` leaves while its objects change)
        replace  Service shop/store  (a merge could keep fields of the existing object; different: spec.ports)
        create   DestinationRule shop/store  (does not exist yet)
        create   VirtualService shop/store  (does not exist yet)
        create   ServiceEntry shop/store  (does not exist yet)
        6 steps, 0 objects unchanged
        """,
        run.out());
    assertEquals(new Run(ExitStatus.DONE, run.out(), ""), run);
    String script = plan("--format", "script").out();
    assertTrue(script.contains("\nkubectl replace --save-config -f - <<"), script);
  }

  @Test
  void renderedManifestsNeedNoStep() throws IOException {
    Files.writeString(
        directory.resolve("k8s.yaml"), Run.in(directory, "render", "egress.yaml").out());
    assertEquals("0 steps, 4 objects unchanged\n", plan().out());
  }

  @Test
  void objectForOtherHostsAsWellIsRefused() throws IOException {
    Files.writeString(
        directory.resolve("k8s.yaml"),
        """
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: all, namespace: shop}
        spec: {hosts: [store, www.example.com], http: [{route: [{destination: {host: store}}]}]}
        """);
    Run run = plan();
    assertEquals(
        new Run(
            ExitStatus.FINDINGS,
            "",
            "egress: VirtualService shop/all is for hosts of an alias and for other hosts. Split it"
                + " into one object for each alias.\n"),
        run);
  }

  @Test
  void manifestsThatCannotBeReadAreRefused() throws IOException {
    Files.writeString(directory.resolve("k8s.yaml"), MANIFESTS + "---\na: [\n");
    Run run = plan();
    assertEquals(ExitStatus.FINDINGS, run.status());
    assertTrue(run.err().contains("k8s.yaml:"), run.err());
    assertEquals("", run.out());
  }

  @Test
  void originIsGivenOnce() {
    assertEquals(ExitStatus.FAILURE, plan("--from", "egress.yaml").status());
    assertEquals(ExitStatus.FAILURE, Run.in(directory, "plan", "--to", "egress.yaml").status());
  }
}
