package io.egressalias.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.maven.MavenProgram.Build;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds the examples with the commands in their documentation. */
@Tag("long")
final class BuildTimeIT {
  private static final Pattern MAVEN = Pattern.compile("(?m)^mvn (.*)$");

  @TempDir private Path scratch = Path.of("");

  @Test
  void goalsRunAtBuildTime() throws IOException, InterruptedException {
    MavenProgram maven = MavenProgram.example("build-time", scratch.resolve("project"));
    List<String> commands = commands(maven);
    maven.run(commands.get(0)).succeeds();
    String inJar = read(maven.file("target/billing-1.0.0.jar"), "META-INF/egress/egress.yaml");
    String service = maven.text("manifests/billing.service.ledger.yaml");
    assertTrue(inJar.contains(service), inJar);

    String declaration = "src/main/egress/egress.yaml";
    maven.write(declaration, maven.text(declaration).replace("port: 5432", "port: 5433"));
    Build stale = maven.run(commands.get(0)).fails();
    assertTrue(stale.log().contains("[ERROR] -    port: 5432"), stale::text);
    maven.run(commands.get(1).split(" ")).succeeds();
    assertEquals(
        service.replace("port: 5432", "port: 5433"),
        maven.text("manifests/billing.service.ledger.yaml"));
    assertFalse(maven.times("manifests").containsKey("egress.yaml"));
  }

  @Test
  void codeRunsAtBuildTime() throws IOException, InterruptedException {
    MavenProgram maven = MavenProgram.example("build-time-code", scratch.resolve("project"));
    maven.run(commands(maven).get(0)).succeeds();
    assertEquals(
        maven.text("manifests.yaml"),
        read(maven.file("target/aliases-1.0.0.jar"), "META-INF/egress/egress.yaml"));
  }

  /** A tool that uses the library and has its own tests. */
  @Test
  void libraryRunsAtBuildTime() throws IOException, InterruptedException {
    MavenProgram maven = MavenProgram.example("library", scratch.resolve("project"));
    Build build = maven.run("verify").succeeds();
    assertTrue(build.log().contains("[INFO] Tests run: 4, Failures: 0, Errors: 0, Skipped: 0"));
  }

  private static List<String> commands(MavenProgram maven) throws IOException {
    return MAVEN.matcher(maven.text("README.md")).results().map(m -> m.group(1)).toList();
  }

  private static String read(Path jar, String entry) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile());
        InputStream in = zip.getInputStream(zip.getEntry(entry))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
