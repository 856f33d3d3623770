package io.egressalias.maven;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.maven.MavenProgram.Build;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The library held the goals once: a pom that names it as its plugin is told what to write. */
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
