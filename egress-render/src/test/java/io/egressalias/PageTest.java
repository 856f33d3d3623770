package io.egressalias;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.egressalias.declaration.DeclarationReader;
import io.egressalias.diagnostic.Severity;
import io.egressalias.model.ClientTls;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.EgressAliases;
import io.egressalias.model.Platform;
import io.egressalias.model.ServicePort;
import io.egressalias.render.Manifest;
import io.egressalias.render.ManifestOrder;
import io.egressalias.render.ManifestRenderer;
import io.egressalias.yaml.ManifestJson;
import io.egressalias.yaml.ManifestYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Compares rendered objects with Istio's task page, document by document.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/tasks/traffic-management/egress/egress-kubernetes-services/">
 *     Kubernetes Services for Egress Traffic</a>
 */
final class PageTest {
  private static final Path PAGE = Path.of("src/test/resources/page");

  @Test
  void rendersTheObjectsOfThePage() throws IOException {
    List<Object> page = documents(Files.readString(PAGE.resolve("objects.yaml")));
    List<Object> rendered = documents(ManifestYaml.write(manifests()));
    assertEquals(5, page.size());
    assertEquals(5, rendered.size());
    for (int i = 0; i < page.size(); i++) {
      assertEquals(page.get(i), rendered.get(i), "document " + (i + 1));
    }
  }

  @Test
  void javaRendersTheObjectsOfThePage() throws IOException {
    EgressAlias httpbin =
        EgressAlias.builder()
            .name("my-httpbin")
            .externalName("httpbin.org")
            .addPorts(ServicePort.of("http", 80))
            .tls(ClientTls.disable())
            .build();
    EgressAlias wikipedia =
        EgressAlias.builder()
            .name("my-wikipedia")
            .endpoints("91.198.174.192", "198.35.26.96")
            .addPorts(ServicePort.of("tls", 443))
            .tls(ClientTls.disable())
            .build();
    List<Manifest> rendered =
        ManifestRenderer.render(List.of(httpbin, wikipedia), Platform.undeclared());
    assertEquals(ManifestYaml.write(manifests()), ManifestYaml.write(rendered));
  }

  @Test
  void jsonHasTheObjectsOfThePage() throws IOException {
    List<Object> page = documents(Files.readString(PAGE.resolve("objects.yaml")));
    assertEquals(
        List.of(Map.of("apiVersion", "v1", "kind", "List", "items", page)),
        documents(ManifestJson.write(manifests())));
  }

  @Test
  void declarationHasNoErrorsOrWarnings() throws IOException {
    assertFalse(DeclarationReader.read("page.yaml", declaration()).has(Severity.WARNING));
  }

  /** The page cleans up after each of its two examples, in this order. */
  @Test
  void deletesInTheOrderOfThePage() throws IOException {
    List<String> deleted = new ArrayList<>();
    for (EgressAliases declared : DeclarationReader.read("page.yaml", declaration()).orThrow()) {
      for (EgressAlias alias : declared.aliases()) {
        List<Manifest> manifests = ManifestRenderer.render(alias, declared.platform());
        ManifestOrder.DELETE.arrange(manifests).forEach(m -> deleted.add(named(m)));
      }
    }
    assertEquals(Files.readAllLines(PAGE.resolve("cleanup.txt")), deleted);
  }

  @Test
  void deleteOrderOfASetIsTheReverse() throws IOException {
    List<String> applied = manifests().stream().map(PageTest::named).toList();
    List<String> deleted = new ArrayList<>();
    ManifestOrder.DELETE.arrange(manifests()).forEach(m -> deleted.add(0, named(m)));
    assertEquals(applied, deleted);
    assertEquals(
        List.of(
            "service my-httpbin",
            "destinationrule my-httpbin",
            "service my-wikipedia",
            "endpoints my-wikipedia",
            "destinationrule my-wikipedia"),
        ManifestOrder.APPLY.arrange(manifests()).stream().map(PageTest::named).toList());
  }

  private static String named(Manifest manifest) {
    return manifest.kind().toLowerCase(Locale.ROOT) + " " + manifest.name();
  }

  private static String declaration() throws IOException {
    return Files.readString(Path.of("src/test/resources/cases/page-examples.yaml"));
  }

  private static List<Manifest> manifests() throws IOException {
    return ManifestRenderer.render(DeclarationReader.read("page.yaml", declaration()).orThrow());
  }

  /** Parsed with an independent parser, by the rules of YAML 1.1, which most tools use. */
  private static List<Object> documents(String yaml) {
    List<Object> documents = new ArrayList<>();
    new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(yaml).forEach(documents::add);
    return documents;
  }
}
