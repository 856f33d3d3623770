package io.egressalias.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The bill of materials lists exactly the artifacts of the class path. */
final class BillOfMaterialsIT {
  private static final Map<String, String> OF_THE_LIBRARY =
      Map.of(
          "io.egressalias:egress-model", "required",
          "org.jspecify:jspecify", "required",
          "org.snakeyaml:snakeyaml-engine", "required",
          "tools.jackson.core:jackson-databind", "required",
          "tools.jackson.core:jackson-core", "required",
          "com.fasterxml.jackson.core:jackson-annotations", "required",
          "io.github.java-diff-utils:java-diff-utils", "required");

  @Test
  void bomOfTheModelListsAnnotations() throws Exception {
    assertEquals(Map.of("org.jspecify:jspecify", "required"), listed("../../egress-model"));
  }

  @Test
  void bomOfTheRendererListsItsDependencies() throws Exception {
    assertEquals(OF_THE_LIBRARY, listed(".."));
  }

  @Test
  void bomOfTheCommandListsTheLibraryAndPicocli() throws Exception {
    Map<String, String> expected = new TreeMap<>(OF_THE_LIBRARY);
    expected.put("io.egressalias:egress-render", "required");
    expected.put("info.picocli:picocli", "required");
    assertEquals(expected, listed("."));
  }

  /** The class path of the tests is the one that the build resolved. */
  @Test
  void versionsAreThoseOfTheClassPath() throws Exception {
    String classPath = System.getProperty("java.class.path");
    for (JsonNode each : components(".")) {
      String jar = each.path("name").asString() + "-" + each.path("version").asString() + ".jar";
      assertTrue(jar.startsWith("egress-") || classPath.contains("/" + jar), jar + " does not run");
      assertTrue(each.path("hashes").size() > 0, jar + " has no hash");
    }
  }

  /**
   * All artifacts have the same license, so its text is included once; notices differ by author.
   */
  @Test
  void jarOfTheCommandHasTheBomAndTheLicenses() throws Exception {
    try (JarFile jar = jar(".", "egress-cli", "-all")) {
      String bill = text(jar, "META-INF/sbom/bom.json");
      assertEquals(Files.readString(Path.of("target", "bom.json")), bill);
      String license = text(jar, "META-INF/LICENSE");
      assertTrue(license.contains("Apache License") && license.contains("END OF TERMS"), license);
      String notice = text(jar, "META-INF/NOTICE");
      assertFalse(notice.contains("Apache Software Foundation"), notice);
      for (JsonNode each : JsonMapper.shared().readTree(bill).path("components")) {
        String name = each.path("name").asString();
        assertEquals(Set.of("Apache-2.0"), licenses(each), name);
        Optional<Path> brought = onClassPath(name, each.path("version").asString());
        if (brought.isPresent()) {
          try (JarFile part = new JarFile(brought.get().toFile())) {
            for (JarEntry entry : part.stream().filter(BillOfMaterialsIT::isLegal).toList()) {
              String held = text(jar, entry.getName());
              assertTrue(held.contains(text(part, entry.getName()).strip()), entry.getName());
            }
          }
        }
      }
    }
  }

  @Test
  void jarOfTheLibraryHasItsLicense() throws Exception {
    String license =
        Files.readString(Path.of("../../egress-model/src/main/resources/META-INF/LICENSE"));
    try (JarFile jar = jar("..", "egress-render", "")) {
      assertEquals(license, text(jar, "META-INF/LICENSE"));
    }
  }

  private static boolean isLegal(JarEntry entry) {
    return entry.getName().matches("META-INF/[^/]*(LICENSE|NOTICE)[^/]*");
  }

  private static Set<String> licenses(JsonNode component) {
    Set<String> ids = new TreeSet<>();
    for (JsonNode each : component.path("licenses")) {
      ids.add(each.path("license").path("id").asString(each.path("expression").asString("none")));
    }
    return ids;
  }

  private static Optional<Path> onClassPath(String name, String version) {
    String jar = File.separator + name + "-" + version + ".jar";
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(path -> path.endsWith(jar))
        .map(Path::of)
        .findFirst();
  }

  private static JarFile jar(String module, String artifact, String classifier) throws IOException {
    String version = System.getProperty("egress.version");
    return new JarFile(module + "/target/" + artifact + "-" + version + classifier + ".jar");
  }

  private static String text(JarFile jar, String name) throws IOException {
    JarEntry entry = jar.getJarEntry(name);
    assertNotNull(entry, name);
    try (InputStream in = jar.getInputStream(entry)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Map<String, String> listed(String module) throws Exception {
    Map<String, String> scopes = new TreeMap<>();
    for (JsonNode each : components(module)) {
      scopes.put(
          each.path("group").asString() + ":" + each.path("name").asString(),
          each.path("scope").asString());
    }
    return scopes;
  }

  private static JsonNode components(String module) throws Exception {
    String text = Files.readString(Path.of(module, "target", "bom.json"));
    return JsonMapper.shared().readTree(text).path("components");
  }
}
