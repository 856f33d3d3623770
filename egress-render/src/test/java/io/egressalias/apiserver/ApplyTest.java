package io.egressalias.apiserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.egressalias.declaration.DeclarationReader;
import io.egressalias.model.EgressAlias;
import io.egressalias.render.Manifest;
import io.egressalias.render.ManifestOrder;
import io.egressalias.render.ManifestRenderer;
import io.egressalias.yaml.ManifestYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Applies all approved manifests twice and deletes them in reverse order: the API server accepts
 * them, changes nothing the second time, and retains nothing in the end.
 */
final class ApplyTest {
  private static final String DEPRECATED =
      "Warning: v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice";
  private static final String KINDS =
      "services,endpoints,endpointslices,serviceentries,destinationrules,virtualservices";

  @SuppressWarnings("NullAway.Init") // set before all tests
  private static Kubectl kubectl;

  @BeforeAll
  static void find() {
    kubectl = Kubectl.find();
  }

  @ParameterizedTest
  @MethodSource("declarations")
  void objectsAreAppliedUnchangedAndDeleted(Path declaration) throws IOException {
    List<Manifest> manifests = render(declaration);
    for (String namespace : namespaces(manifests)) {
      kubectl.run("", "create", "namespace", namespace);
    }
    String before = held();
    String apply = ManifestYaml.write(manifests);
    warnedOnlyOfEndpoints(kubectl.run(apply, "apply", "-f", "-").ok(), manifests);
    for (String line : kubectl.run(apply, "apply", "-f", "-").ok().out().lines().toList()) {
      boolean page = line.startsWith("endpoints/") && !isDeclared(manifests);
      assertFalse(!page && !line.endsWith(" unchanged"), line);
    }
    String delete = ManifestYaml.write(ManifestOrder.DELETE.arrange(manifests));
    kubectl.run(delete, "delete", "-f", "-").ok();
    assertEquals(before, settled(before));
  }

  /** Mirrored slices are deleted shortly after their Endpoints. */
  private static String settled(String wanted) {
    String now = held();
    for (int i = 0; i < 20 && !now.equals(wanted); i++) {
      now = held();
    }
    return now;
  }

  private static String held() {
    return kubectl.run("", "get", KINDS, "--all-namespaces", "-o", "name").ok().out();
  }

  private static void warnedOnlyOfEndpoints(Kubectl.Result result, List<Manifest> manifests) {
    boolean endpoints = manifests.stream().anyMatch(m -> m.kind().equals("Endpoints"));
    Set<String> warnings = new TreeSet<>(result.err().lines().toList());
    assertEquals(endpoints ? Set.of(DEPRECATED) : Set.of(), warnings);
  }

  /** The Endpoints of the page omit the protocol, which the API server then adds to the list. */
  private static boolean isDeclared(List<Manifest> manifests) {
    return manifests.stream()
        .filter(m -> m.kind().equals("Endpoints"))
        .allMatch(m -> m.tree().at("/subsets/0/ports/0").has("protocol"));
  }

  private static Set<String> namespaces(List<Manifest> manifests) {
    Set<String> namespaces = new TreeSet<>();
    manifests.forEach(m -> m.namespace().ifPresent(namespaces::add));
    namespaces.remove(EgressAlias.DEFAULT_NAMESPACE);
    return namespaces;
  }

  private static List<Manifest> render(Path declaration) throws IOException {
    return ManifestRenderer.render(
        DeclarationReader.read(declaration.toString(), Files.readString(declaration)));
  }

  static List<Path> declarations() throws IOException {
    List<Path> declarations = new ArrayList<>();
    for (Path example : list(Path.of("..", "examples"))) {
      Path declaration = example.resolve("egress.yaml");
      if (Files.exists(declaration)) {
        declarations.add(declaration);
      }
    }
    for (Path golden : list(Path.of("src", "test", "resources", "golden"))) {
      String name = golden.toString();
      if (name.endsWith(".yaml") && !name.endsWith(".approved.yaml")) {
        declarations.add(golden);
      }
    }
    return declarations;
  }

  private static List<Path> list(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.sorted().toList();
    }
  }
}
