package io.egressalias.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.egressalias.declaration.JsonSchema;
import io.egressalias.internal.text.PrettyJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Applies a strategic merge patch to a declaration, with kustomize and the definitions of {@code
 * schema}.
 */
final class StrategicMergeTest {
  /** Keys are in the order in which kustomize writes them. */
  private static final String DECLARATION =
      """
      apiVersion: egressalias.io/v1alpha1
      kind: EgressAliases
      metadata:
        name: external-services
      spec:
        aliases:
        - endpoints:
          - 192.0.2.10
          name: dns
          ports:
          - name: tcp-dns
            port: 53
          - name: udp-dns
            port: 53
            protocol: UDP
        - externalName: httpbin.org
          name: web
      """;

  private static final String PORTS =
      """
          - name: tcp-dns
            port: 53
          - name: udp-dns
            port: 53
            protocol: UDP
      """;

  private static final String HEAD =
      """
      resources: [egress.yaml]
      %spatches:
      - patch: |
          apiVersion: egressalias.io/v1alpha1
          kind: EgressAliases
          metadata:
            name: external-services
          spec:
            aliases:
            - name: dns
      """;

  private static final String OPEN_API = "openapi: {path: openapi.json}\n";

  @TempDir private Path directory = Path.of("");

  @BeforeEach
  void write() throws IOException {
    Files.writeString(directory.resolve("egress.yaml"), DECLARATION);
    Files.writeString(
        directory.resolve("openapi.json"), PrettyJson.write(JsonSchema.definitions()));
  }

  @Test
  void patchFindsAnAliasByItsName() throws IOException, InterruptedException {
    assertEquals(
        DECLARATION.replace("192.0.2.10", "192.0.2.20"),
        patched(OPEN_API, "endpoints: [192.0.2.20]"));
  }

  @Test
  void patchReplacesThePortsOfAnAlias() throws IOException, InterruptedException {
    assertEquals(
        DECLARATION.replace(PORTS, "    - name: udp-dns\n      port: 5353\n"),
        patched(OPEN_API, "ports: [{name: udp-dns, port: 5353}]"));
  }

  /** Without the definitions the patch replaces the list. */
  @Test
  void patchWithoutTheDefinitionsLosesTheOtherAlias() throws IOException, InterruptedException {
    String patched = patched("", "endpoints: [192.0.2.20]");
    assertEquals(-1, patched.indexOf("httpbin.org"), patched);
  }

  private String patched(String openApi, String change) throws IOException, InterruptedException {
    Files.writeString(
        directory.resolve("kustomization.yaml"), HEAD.formatted(openApi) + "        " + change);
    Program.Outcome outcome =
        Program.onPath("kubectl").with("kustomize", directory.toString()).run(directory);
    assertEquals(0, outcome.status(), outcome.err());
    return outcome.out();
  }
}
