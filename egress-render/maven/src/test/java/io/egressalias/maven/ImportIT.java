package io.egressalias.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.maven.MavenProgram.Build;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the goal {@code import}. */
@Tag("long")
final class ImportIT {
  private static final String DECLARATION = "src/main/egress/egress.yaml";
  private static final String GOAL =
      "io.egressalias:egress-maven-plugin:" + System.getProperty("egress.version") + ":import";

  @TempDir private Path scratch = Path.of("");

  @Test
  void manifestsBecomeADeclaration() throws IOException, InterruptedException {
    MavenProgram maven = MavenProgram.building("import", scratch.resolve("project"));
    Build first = maven.run(GOAL).succeeds();
    assertEquals(maven.text("expected.yaml"), maven.text(DECLARATION));
    assertTrue(
        first.log().contains("[INFO] 1 alias is in " + maven.file(DECLARATION)), first::text);
    assertTrue(
        maven.text("leftovers.sh").endsWith("\nkubectl delete endpointslice/old-proxy -n edge\n"));
    maven.run(GOAL, "-o").succeeds();
    assertEquals(maven.text("expected.yaml"), maven.text(DECLARATION));
  }

  @Test
  void otherFileIsNotReplaced() throws IOException, InterruptedException {
    MavenProgram maven = MavenProgram.building("import", scratch.resolve("project"));
    String manifest = maven.text("k8s/proxy.yaml");
    Build wrong =
        maven.run(GOAL, "-Degress.declarationFile=" + maven.file("k8s/proxy.yaml")).fails();
    assertTrue(
        wrong.text().contains("already exists and is not changed, because it is not a declaration"),
        wrong::text);
    assertEquals(manifest, maven.text("k8s/proxy.yaml"));
  }

  @Test
  void refusedAliasFailsTheBuild() throws IOException, InterruptedException {
    MavenProgram maven = MavenProgram.building("import", scratch.resolve("project"));
    String manifest = maven.text("k8s/proxy.yaml");
    maven.write(
        "k8s/queue.yaml",
        """
        apiVersion: v1
        kind: Service
        metadata: {name: queue, namespace: edge}
        spec: {type: ExternalName, externalName: "${QUEUE_HOST}"}
        """);
    Build refused = maven.run(GOAL).fails();
    assertTrue(refused.text().contains("queue.yaml:[4,"), refused::text);
    assertEquals(maven.text("expected.yaml"), maven.text(DECLARATION));
    Files.delete(maven.file(DECLARATION));
    maven.write("k8s/queue.yaml", manifest.replace("port: 443", "port: 8443"));
    Build twice = maven.run(GOAL, "-Degress.failOn=warning").fails();
    assertTrue(twice.text().contains("EGA1207"), twice::text);
    assertFalse(Files.exists(maven.file(DECLARATION)));
  }
}
