package io.egressalias.maven;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.maven.MavenProgram.Build;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the goal {@code lint}. */
@Tag("long")
final class LintIT {
  private static final String GOAL =
      "io.egressalias:egress-maven-plugin:" + System.getProperty("egress.version") + ":lint";

  private static final String WITHOUT_A_NAME =
      """
      apiVersion: v1
      kind: Service
      metadata: {namespace: edge}
      spec: {type: ExternalName, externalName: queue.example.org}
      """;

  @TempDir private Path scratch = Path.of("");

  @Test
  void declarationsAndManifestsAreJudged() throws IOException, InterruptedException {
    MavenProgram maven = MavenProgram.building("lint", scratch.resolve("project"));
    maven.run(GOAL).succeeds();
    maven.write("k8s/queue.yaml", WITHOUT_A_NAME);
    Build manifest = maven.run(GOAL).fails();
    assertTrue(manifest.text().contains("queue.yaml:[3,11] EGA1204: "), manifest::text);
    assertTrue(manifest.text().contains("1 error, 0 warnings in declarations"), manifest::text);
    maven.write(
        "egress.yaml", maven.text("egress.yaml").replace("maps.example.org", "MAPS.example.org"));
    Build both = maven.run(GOAL, "-Degress.complete=true").fails();
    assertTrue(both.text().contains("egress.yaml:[9,19] EGA0501: "), both::text);
    assertTrue(both.text().contains("2 errors"), both::text);
  }

  @Test
  void sourcesAreTheDirectoryOfDeclarationsIfNoneAreNamed()
      throws IOException, InterruptedException {
    MavenProgram maven = MavenProgram.building("lint", scratch.resolve("project"));
    String pom = maven.text("pom.xml");
    maven.write("pom.xml", pom.replaceAll("(?s) *<sources>.*</sources>\n", ""));
    Build nothing = maven.run(GOAL).succeeds();
    assertTrue(nothing.text().contains("Nothing to do"), nothing::text);
    maven.write("src/main/egress/queue.yaml", WITHOUT_A_NAME);
    Build found = maven.run(GOAL).fails();
    assertTrue(found.text().contains("EGA1204"), found::text);
    assertFalse(found.text().contains("EGA0109"), found::text);
  }
}
