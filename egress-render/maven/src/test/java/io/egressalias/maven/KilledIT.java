package io.egressalias.maven;

import io.egressalias.launcher.Program;
import io.egressalias.launcher.Versions;
import io.egressalias.launcher.Victim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a build at any moment: its output is the old or the new one, and the next build succeeds.
 */
@Tag("long")
final class KilledIT {
  /** As in the test of the command. */
  private static final int KILLS = Integer.getInteger("egress.kills", 5);

  private static final int ALIASES = 300;

  private static final String SPLIT =
      """
        <execution>
          <id>split</id>
          <goals>
            <goal>generate</goal>
          </goals>
          <configuration>
            <split>true</split>
            <addResources>false</addResources>
            <outputDirectory>target/split</outputDirectory>
          </configuration>
        </execution>
      </executions>
      """;

  @TempDir private Path scratch = Path.of("");

  /** Two executions: one writes one file, the other a file for each object. */
  @Test
  void killedGoalLeavesCompleteFiles() throws IOException, InterruptedException {
    MavenProgram maven = MavenProgram.building("generate", scratch.resolve("project"));
    maven.write("pom.xml", maven.text("pom.xml").replace("</executions>", SPLIT));
    // The first build is not killed and downloads the plugins that Maven needs.
    maven.run("generate-resources").succeeds();
    Map<String, Integer> found =
        new Victim(maven.file("target"), List.of(version(1, maven), version(2, maven)))
            .kill(KILLS / 5, Files.createDirectory(scratch.resolve("runs")));
    System.out.println("Killed over `generate`: " + found);
  }

  private static Program version(int version, MavenProgram maven) throws IOException {
    String sources = "src/main/v" + version;
    maven.write(sources + "/egress.yaml", Versions.declaration(version, ALIASES));
    return maven.program("-o", "-q", "generate-resources", "-Degress.sources=" + sources);
  }
}
