package io.egressalias.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.maven.MavenProgram.Build;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Builds a project with both goals. */
final class CheckIT {
  private static final String CURRENT = "[INFO] manifests.yaml is current";

  @TempDir private Path scratch = Path.of("");

  @Test
  void staleManifestsFailTheBuild() throws IOException, InterruptedException {
    MavenProgram maven = MavenProgram.building("check", scratch.resolve("project"));
    maven.write(
        "manifests.yaml", maven.text("manifests.yaml").replace("example.com", "example.org"));
    Build stale = maven.run("verify").fails();
    String goal =
        "io.egressalias:egress-maven-plugin:%s:check (default) on project check"
            .formatted(System.getProperty("egress.version"));
    List<String> expected =
        List.of(
            "[ERROR] manifests.yaml: differs",
            "[ERROR] --- manifests.yaml",
            "[ERROR] +++ manifests.yaml",
            "[ERROR] @@ -6,7 +6,7 @@ alias bank from %s:8:5"
                .formatted(maven.file("src/main/egress/egress.yaml")),
            "[ERROR]    namespace: shop",
            "[ERROR]  spec:",
            "[ERROR]    type: ExternalName",
            "[ERROR] -  externalName: bank.example.org",
            "[ERROR] +  externalName: bank.example.com",
            "[ERROR]    ports:",
            "[ERROR]    - name: tls",
            "[ERROR]      protocol: TCP",
            "[ERROR] Failed to execute goal "
                + goal
                + ": manifests.yaml is not what is declared. To bring it up to date: mvn"
                + " egress:generate -Degress.platform.istio=1.27 -Degress.outputFile=manifests.yaml"
                + " -> [Help 1]");
    assertEquals(
        expected,
        stale.log().stream()
            .filter(line -> line.startsWith("[ERROR] "))
            .limit(expected.size())
            .toList());
    assertFalse(stale.text().contains("\tat "), stale::text);
  }

  @Test
  void manifestsWithoutDeclarationsFailTheBuild() throws IOException, InterruptedException {
    MavenProgram maven = MavenProgram.building("check", scratch.resolve("project"));
    Files.delete(maven.file("src/main/egress/egress.yaml"));
    Files.delete(maven.file("src/main/egress"));
    Build without = maven.run("verify").fails();
    assertTrue(
        without
            .text()
            .contains(
                "There are no declarations, because there is no directory src/main/egress, and"
                    + " `manifests.yaml` is committed. Restore the declarations, set `<sources>`, or"
                    + " delete what is committed. -> [Help 1]"),
        without::text);
    Files.delete(maven.file("manifests.yaml"));
    maven.run("verify").succeeds();
  }

  @Test
  void layoutIsComparedUnlessSemantic() throws IOException, InterruptedException {
    MavenProgram maven = MavenProgram.building("check", scratch.resolve("project"));
    maven.write("manifests.yaml", "# By hand.\n" + maven.text("manifests.yaml"));
    maven.run("verify").fails();
    Build semantic = maven.run("verify", "-Degress.semantic").succeeds();
    assertTrue(semantic.log().contains(CURRENT), semantic::text);
  }

  /** The oldest supported release, and the newest. */
  static List<String> others() throws IOException {
    List<String> others = MavenProgram.others();
    assertEquals(2, others.size(), others::toString);
    return others;
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("others")
  void otherMavenReleasesBehaveTheSame(String version) throws IOException, InterruptedException {
    MavenProgram maven = MavenProgram.version(version, "check", scratch.resolve("project"));
    Build build = maven.run("verify", "--show-version").succeeds();
    assertTrue(build.text().contains("Apache Maven " + version + " "), build::text);
    assertTrue(build.log().contains(CURRENT), build::text);
    assertEquals(
        maven.text("manifests.yaml"), maven.text("target/generated-resources/egress/egress.yaml"));
    assertFalse(build.text().contains("[WARNING]"), build::text);
  }

  @Test
  void helpGoalPrintsTheParameters() throws IOException, InterruptedException {
    MavenProgram maven = MavenProgram.building("check", scratch.resolve("project"));
    String help = maven.run("egress:help", "-Ddetail").succeeds().text();
    for (String parameter :
        List.of("User property: egress.sources", "User property: egress.against", "egress:help")) {
      assertTrue(help.contains(parameter), help);
    }
    String described =
        maven
            .run(
                "org.apache.maven.plugins:maven-help-plugin:3.5.1:describe",
                "-Dplugin=io.egressalias:egress-maven-plugin",
                "-Ddetail")
            .succeeds()
            .text();
    for (String text :
        List.of("Goal Prefix: egress", "egress:check", "Bound to phase: generate-resources")) {
      assertTrue(described.contains(text), described);
    }
  }
}
