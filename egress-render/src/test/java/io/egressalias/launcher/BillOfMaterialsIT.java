package io.egressalias.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The bill of materials lists what runs, all of it and nothing else. */
final class BillOfMaterialsIT {
  @Test
  void ofTheRendererListsWhatTheLibraryAndTheCommandBring() throws Exception {
    Map<String, String> expected =
        Map.of(
            "io.egressalias:egress-model", "required",
            "org.jspecify:jspecify", "required",
            "org.snakeyaml:snakeyaml-engine", "required",
            "tools.jackson.core:jackson-databind", "required",
            "tools.jackson.core:jackson-core", "required",
            "com.fasterxml.jackson.core:jackson-annotations", "required",
            "info.picocli:picocli", "optional",
            "io.github.java-diff-utils:java-diff-utils", "optional");
    assertEquals(new TreeMap<>(expected), listed("."));
  }

  @Test
  void ofTheModelListsAnnotations() throws Exception {
    assertEquals(Map.of("org.jspecify:jspecify", "required"), listed("../egress-model"));
  }

  /** The class path of the tests is what the build resolved. */
  @Test
  void versionsAreThoseThatRun() throws Exception {
    String classPath = System.getProperty("java.class.path");
    for (JsonNode each : components(".")) {
      String jar = each.path("name").asString() + "-" + each.path("version").asString() + ".jar";
      assertTrue(
          jar.startsWith("egress-model-") || classPath.contains("/" + jar), jar + " does not run");
      assertTrue(each.path("hashes").size() > 0, jar + " has no hash");
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
