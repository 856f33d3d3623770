package io.egressalias.maven;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.maven.MavenProgram.Build;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The library once contained the goals: a pom that uses it as a plugin gets a message with the new
 * coordinates.
 */
final class OldCoordinatesIT {
  @TempDir private Path scratch = Path.of("");

  @Test
  void oldCoordinatesGetAMessageWithTheNewOnes() throws IOException, InterruptedException {
    MavenProgram maven = MavenProgram.building("check", scratch.resolve("project"));
    String pom = maven.text("pom.xml");
    maven.write("pom.xml", pom.replace("egress-maven-plugin", "egress-render"));
    String told =
        "among available goals none: write <artifactId>egress-maven-plugin</artifactId>"
            + " instead of egress-render";
    for (String goal : new String[] {"verify", "egress:check"}) {
      Build build = maven.run(goal).fails();
      assertTrue(build.text().contains(told), build::text);
    }
  }
}
