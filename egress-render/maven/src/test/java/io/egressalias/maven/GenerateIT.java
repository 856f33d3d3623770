package io.egressalias.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.maven.MavenProgram.Build;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds projects with the goal {@code generate}. */
@Tag("long")
final class GenerateIT {
  private static final String MANIFESTS = "target/generated-resources/egress";
  private static final String DECLARATION = "src/main/egress/egress.yaml";

  @TempDir private Path scratch = Path.of("");

  @Test
  void firstBuildWritesAndSecondDoesNot() throws IOException, InterruptedException {
    MavenProgram maven = MavenProgram.building("generate", scratch.resolve("project"));
    Build first = maven.run("process-resources").succeeds();
    Path output = maven.file(MANIFESTS + "/egress.yaml");
    assertEquals(maven.text("expected.yaml"), Files.readString(output));
    assertEquals(
        maven.text("expected.yaml"), maven.text("target/classes/META-INF/egress/egress.yaml"));
    assertTrue(first.log().contains("[INFO] 5 objects are in " + output), first::text);

    Map<String, FileTime> before = maven.times(MANIFESTS);
    Path inClasses = maven.file("target/classes/META-INF/egress/egress.yaml");
    Files.delete(inClasses);
    Build second = maven.run("process-resources", "-o").succeeds();
    assertTrue(
        second.log().contains("[INFO] Nothing has changed: " + output + " is up to date"),
        second::text);
    assertEquals(before, maven.times(MANIFESTS));
    assertEquals(maven.text("expected.yaml"), Files.readString(inClasses));
  }

  /** A change of a value renders again. */
  @Test
  void valuesOfThePomReplaceThoseOfTheDeclaration() throws IOException, InterruptedException {
    MavenProgram maven = MavenProgram.building("generate", scratch.resolve("project"));
    maven.run("process-resources").succeeds();
    String pom = maven.text("pom.xml");
    String open = "<addResources>true</addResources>";
    maven.write(
        "pom.xml",
        pom.replace(
            open,
            open
                + "<set><aliases.my-httpbin.externalName>a.example.com</aliases.my-httpbin.externalName>"
                + "<property><name>aliases[1].endpoints[0]</name><value>10.0.0.1</value></property>"
                + "</set>"));
    maven.run("process-resources").succeeds();
    assertEquals(
        maven
            .text("expected.yaml")
            .replace("httpbin.org", "a.example.com")
            .replace("91.198.174.192", "10.0.0.1"),
        maven.text(MANIFESTS + "/egress.yaml"));
    maven.write(
        "pom.xml", pom.replace(open, open + "<set><aliases.x.name>y</aliases.x.name></set>"));
    Build wrong = maven.run("process-resources").fails();
    assertTrue(
        wrong
            .text()
            .contains(
                "`aliases.x.name=y` in `<set>` names no value: no item of `aliases` has the name `x`."
                    + " Write one of the names `my-httpbin`, `my-wikipedia`."),
        wrong::text);
  }

  @Test
  void brokenDeclarationFailsTheBuildAndLeavesTheOutput() throws IOException, InterruptedException {
    MavenProgram maven = MavenProgram.building("generate", scratch.resolve("project"));
    maven.run("generate-resources").succeeds();
    Map<String, FileTime> before = maven.times(MANIFESTS);
    maven.write(DECLARATION, maven.text(DECLARATION).replace("{name: http,", "{nme: http,"));
    Build broken = maven.run("generate-resources").fails();
    String goal =
        "io.egressalias:egress-maven-plugin:%s:generate (default) on project generate"
            .formatted(System.getProperty("egress.version"));
    List<String> expected =
        List.of(
            "[ERROR] %s:[10,8] EGA0102: the key `nme` is unknown. Rename the key to `name`."
                .formatted(maven.file(DECLARATION)),
            "[ERROR] Failed to execute goal %s: 1 error, 0 warnings in declarations of egress aliases -> [Help 1]"
                .formatted(goal));
    assertEquals(
        expected,
        broken.log().stream().filter(l -> l.startsWith("[ERROR] ")).limit(2).toList(),
        broken::text);
    assertFalse(broken.text().contains("\tat "), broken::text);
    assertEquals(before, maven.times(MANIFESTS));
  }

  @Test
  void objectsOfARemovedAliasGoAndOthersStay() throws IOException, InterruptedException {
    MavenProgram maven = MavenProgram.building("split", scratch.resolve("project"));
    maven.run("generate-resources").succeeds();
    String httpbin = "shop.service.my-httpbin.yaml";
    String wikipedia = "shop.service.my-wikipedia.yaml";
    assertEquals(Set.of(httpbin, wikipedia, "egress-files.txt"), maven.times(MANIFESTS).keySet());

    FileTime before = Files.getLastModifiedTime(maven.file(MANIFESTS + "/" + httpbin));
    maven.write(MANIFESTS + "/config.map.by-hand.yaml", "kind: ConfigMap\n");
    Files.delete(maven.file("src/main/egress/wikipedia.yaml"));
    // Rendering needs no network.
    maven.runWithoutNetwork("generate-resources").succeeds();
    Map<String, FileTime> after = maven.times(MANIFESTS);
    assertEquals(Set.of(httpbin, "config.map.by-hand.yaml", "egress-files.txt"), after.keySet());
    assertEquals(before, after.get(httpbin));
  }

  @Test
  void skipSkipsTheGoal() throws IOException, InterruptedException {
    MavenProgram maven = MavenProgram.building("generate", scratch.resolve("project"));
    Build build = maven.run("generate-resources", "-Degress.skip").succeeds();
    assertTrue(build.log().contains("[INFO] Skipped: `egress.skip` is set"), build::text);
    assertFalse(Files.exists(maven.file("target")));
  }

  @Test
  void wrongConfigurationIsReported() throws IOException, InterruptedException {
    MavenProgram maven = MavenProgram.building("generate", scratch.resolve("project"));
    Build build = maven.run("generate-resources", "-Degress.platform.istio=latest").fails();
    String said = ": Expected a release such as `1.27` for `<istio>`, found `latest`. -> [Help 1]";
    assertTrue(build.text().contains(said), build::text);
    assertFalse(build.text().contains("\tat "), build::text);
  }

  @Test
  void modulesAreBuiltInParallel() throws IOException, InterruptedException {
    MavenProgram maven = MavenProgram.building("reactor", scratch.resolve("project"));
    Build build = maven.run("generate-resources", "-T2").succeeds();
    for (String module : List.of("shop", "billing")) {
      String text = maven.text(module + "/" + MANIFESTS + "/egress.yaml");
      assertTrue(text.contains("namespace: " + module + "\n"), text);
    }
    assertFalse(Files.exists(maven.file("empty/target")));
    assertEquals(
        2,
        build.log().stream()
            .filter("[INFO] Nothing to do: the directory src/main/egress does not exist"::equals)
            .count(),
        build::text);
    assertFalse(build.text().contains("[WARNING]"), build::text);
  }

  @Test
  void pathsMayHaveSpacesAndLetters() throws IOException, InterruptedException {
    Path project = scratch.resolve("zwei Wörter").resolve("日本 project");
    MavenProgram maven = MavenProgram.building("generate", project);
    maven.write(
        "src/main/other one/ä.yaml", maven.text(DECLARATION).replace("port: 80", "port: 0"));
    Build build =
        maven
            .run("generate-resources", "-Degress.sources=src/main/egress,src/main/other one/*.yaml")
            .fails();
    String place = maven.file("src/main/other one/ä.yaml") + ":[10,26] ";
    assertTrue(
        build.log().stream().anyMatch(line -> line.startsWith("[ERROR] " + place)), build::text);

    maven.run("process-resources").succeeds();
    assertEquals(
        maven.text("expected.yaml"), maven.text("target/classes/META-INF/egress/egress.yaml"));
  }

  /** Permissions do not stop root, so a directory is in place of the file. */
  @Test
  void unwritableOutputIsReported() throws IOException, InterruptedException {
    MavenProgram maven = MavenProgram.building("generate", scratch.resolve("project"));
    maven.write("target/generated-resources", "");
    Build build = maven.run("generate-resources").fails();
    String file = maven.file(MANIFESTS + "/egress.yaml").toString();
    assertTrue(
        build
            .text()
            .contains(
                ": Cannot write `"
                    + file
                    + "`: a part of the path is not a directory. Check the name. -> [Help 1]"),
        build::text);
    assertFalse(build.text().contains("\tat "), build::text);
  }
}
