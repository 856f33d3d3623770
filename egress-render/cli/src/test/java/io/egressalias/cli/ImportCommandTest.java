package io.egressalias.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

final class ImportCommandTest {
  private static final String SERVICE =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: %s, namespace: %s}
      spec: {type: ExternalName, externalName: %s}
      """;

  private static final String STORE = SERVICE.formatted("store", "shop", "store.nordwind.example");

  private static final String DECLARATION =
      """
      apiVersion: egressalias.io/v1alpha1
      kind: EgressAliases
      metadata:
        name: %s
      spec:
        platform:
          istio: none
        namespace: %s
        aliases:
        - name: %s
          externalName: store.nordwind.example
      """;

  private static final String IMPORTED = DECLARATION.formatted("imported", "shop", "store");

  /** An address is imported with a warning if the Service has ports. */
  private static final String ADDRESS =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: thermostat, namespace: edge}
      spec: {type: ExternalName, externalName: 10.31.5.40, ports: [{port: 8123}]}
      """;

  private static final String REFUSED =
      SERVICE.formatted("queue", "shop", "\"${QUEUE_HOST}\"") + "---\n" + STORE;

  private static final String SLICE =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: old-proxy, namespace: edge}
      spec: {ports: [{port: 443}]}
      ---
      apiVersion: discovery.k8s.io/v1
      kind: EndpointSlice
      metadata: {name: old-proxy, namespace: edge, labels: {kubernetes.io/service-name: old-proxy}}
      addressType: IPv4
      ports: [{port: 443}]
      endpoints: [{addresses: [10.31.5.251]}]
      """;

  @TempDir private Path directory = Path.of("");

  private void file(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, text);
  }

  private String text(String name) throws IOException {
    return Files.readString(directory.resolve(name));
  }

  private Run run(String... args) {
    return Run.in(directory, args);
  }

  @Test
  void declarationIsPrintedAndFindingsAreOnStandardError() {
    Run run = Run.on(STORE, directory, "import");
    assertEquals(new Run(ExitStatus.DONE, IMPORTED, run.err()), run);
    assertTrue(run.err().contains("info EGA1251: "), run.err());
    assertTrue(run.err().contains("0 errors, 0 warnings, 1 info\n"), run.err());
    assertEquals(run, Run.on(STORE, directory, "import", "-"));
    assertEquals(new Run(ExitStatus.DONE, "", ""), Run.on(run.out(), directory, "fmt", "--check"));
  }

  @Test
  void filesOfADirectoryAreOneSet() throws IOException {
    String[] documents = SLICE.split("---\n", -1);
    file("k8s/a.yaml", documents[1]);
    file("k8s/b.yml", documents[0]);
    file("k8s/c.json", JsonMapper.shared().readTree(json()).toString());
    Run run = run("import", "k8s/");
    assertEquals(ExitStatus.DONE, run.status(), run.err());
    assertTrue(run.out().contains("\n  name: k8s\n"), run.out());
    assertTrue(run.out().contains("\n  - name: old-proxy\n"), run.out());
    assertTrue(run.out().contains("\n  - name: store\n"), run.out());
  }

  private static String json() {
    return "{\"apiVersion\": \"v1\", \"kind\": \"Service\", \"metadata\": {\"name\": \"store\"},"
        + " \"spec\": {\"type\": \"ExternalName\", \"externalName\": \"store.nordwind.example\"}}";
  }

  @ParameterizedTest
  @CsvSource({
    "store.yaml, store",
    "My_Store.v2.yml, my-store.v2",
    "__.yaml, imported",
    ".hidden, hidden"
  })
  void nameIsThatOfTheFile(String file, String name) throws IOException {
    file(file, STORE);
    assertEquals(DECLARATION.formatted(name, "shop", "store"), run("import", file).out());
    assertEquals(
        DECLARATION.formatted("other", "shop", "store"),
        run("import", "--name", "other", file).out());
  }

  @Test
  void refusedAliasFailsAndTheOthersAreWritten() throws IOException {
    file("in.yaml", REFUSED);
    Run run = run("import", "--name", "imported", "-o", "egress.yaml", "in.yaml");
    assertEquals(ExitStatus.FINDINGS, run.status(), run.err());
    assertEquals("", run.out());
    assertEquals(IMPORTED, text("egress.yaml"));
    assertTrue(run.err().contains("in.yaml:4:"), run.err());
    assertTrue(run.err().contains(": error EGA1202: "), run.err());
  }

  @Test
  void warningFailsIfRequestedAndNothingIsWritten() throws IOException {
    file("in.yaml", ADDRESS);
    Run run = run("import", "in.yaml");
    assertEquals(ExitStatus.DONE, run.status(), run.err());
    assertTrue(run.out().contains("\n  # "), run.out());
    for (String file : List.of("in.yaml", "egress.yaml", "leftovers.sh")) {
      Files.deleteIfExists(directory.resolve(file));
    }
    file("in.yaml", ADDRESS);
    Run failed =
        run(
            "import",
            "--fail-on",
            "warning",
            "-o",
            "egress.yaml",
            "--leftovers",
            "leftovers.sh",
            "in.yaml");
    assertEquals(ExitStatus.FINDINGS, failed.status(), failed.err());
    assertFalse(Files.exists(directory.resolve("egress.yaml")));
    assertFalse(Files.exists(directory.resolve("leftovers.sh")));
  }

  @Test
  void nothingIsWrittenIfNoManifestIsAnAlias() throws IOException {
    file("in.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n");
    Run run = run("import", "-o", "egress.yaml", "in.yaml");
    assertEquals(ExitStatus.DONE, run.status(), run.err());
    assertFalse(Files.exists(directory.resolve("egress.yaml")));
    assertEquals("", run("import", "in.yaml").out());
  }

  @Test
  void onlyADeclarationIsReplaced() throws IOException {
    file("in.yaml", STORE);
    file("egress.yaml", DECLARATION.formatted("old", "shop", "70000").replace("70000", "A_B"));
    assertEquals(ExitStatus.DONE, run("import", "-o", "egress.yaml", "in.yaml").status());
    assertEquals(DECLARATION.formatted("in", "shop", "store"), text("egress.yaml"));
    assertEquals(ExitStatus.DONE, run("import", "-o", "egress.yaml", "in.yaml").status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        STORE_TEXT,
        "# notes\n",
        "a: [",
        "text",
        "- a",
        "apiVersion: egressalias.io/v1alpha1\nkind: EgressAliases\n---\n" + STORE_TEXT
      })
  void otherFileIsNotChanged(String content) throws IOException {
    file("in.yaml", STORE);
    file("out/egress.yaml", content);
    for (String[] destination :
        List.of(
            new String[] {"-o", "out/egress.yaml"},
            new String[] {"--output-dir", "out"},
            new String[] {"--leftovers", "out/egress.yaml"})) {
      Run run = run("import", destination[0], destination[1], "in.yaml");
      assertEquals(ExitStatus.FAILURE, run.status(), run.err());
      assertTrue(
          run.err().contains("`out/egress.yaml` already exists and is not changed"), run.err());
      assertEquals(content, text("out/egress.yaml"));
    }
  }

  private static final String STORE_TEXT = "apiVersion: v1\nkind: Service\nmetadata: {name: a}\n";

  @Test
  void namespacesAreSplit() throws IOException {
    file("a.yaml", STORE + "---\n" + SERVICE.formatted("b", "edge", "store.nordwind.example"));
    Run run = run("import", "--split", "namespace", "a.yaml");
    assertEquals(2, run.out().split("---\n", -1).length, run.out());
    Run files = run("import", "--split", "namespace", "--output-dir", "out", "a.yaml");
    assertEquals(new Run(ExitStatus.DONE, "", files.err()), files);
    assertTrue(text("out/shop.yaml").contains("- name: store"));
    assertTrue(text("out/edge.yaml").contains("- name: b"));
    Run render = run("render", "out");
    assertEquals(ExitStatus.DONE, render.status(), render.err());
    assertEquals(ExitStatus.DONE, run("import", "--output-dir", "one/dir", "a.yaml").status());
    assertTrue(text("one/dir/egress.yaml").contains("namespace: shop"));
  }

  @Test
  void filesOfTwoDeclarationsDiffer() throws IOException {
    file(
        "a.yaml",
        SERVICE.formatted("a", "egress", "a.nordwind.example")
            + "---\n"
            + STORE.replace(", namespace: shop", ""));
    Run run = run("import", "--split", "namespace", "--output-dir", "out", "a.yaml");
    assertEquals(ExitStatus.FAILURE, run.status(), run.err());
    assertFalse(Files.exists(directory.resolve("out/egress.yaml")));
  }

  @Test
  void leftoversAreAScript() throws IOException {
    file("a.yaml", SLICE);
    Run run = run("import", "--leftovers", "leftovers.sh", "a.yaml");
    assertEquals(ExitStatus.DONE, run.status(), run.err());
    assertTrue(
        text("leftovers.sh").endsWith("\nkubectl delete endpointslice/old-proxy -n edge\n"),
        text("leftovers.sh"));
    assertTrue(run.err().contains("info EGA1252: "), run.err());
    assertEquals(run, run("import", "--leftovers", "leftovers.sh", "a.yaml"));
    file("a.yaml", STORE);
    assertEquals(ExitStatus.DONE, run("import", "--leftovers", "leftovers.sh", "a.yaml").status());
    assertFalse(text("leftovers.sh").contains("\nkubectl"));
  }

  @Test
  void findingsHaveTheFormatsOfLint() throws IOException {
    file("a.yaml", ADDRESS);
    Run json = run("import", "--format", "json", "a.yaml");
    assertTrue(JsonMapper.shared().readTree(json.err()).at("/findings").size() > 1, json.err());
    Run sarif = run("import", "--format", "sarif", "a.yaml");
    assertEquals("2.1.0", JsonMapper.shared().readTree(sarif.err()).path("version").asString());
    Run github = run("import", "--format", "github", "a.yaml");
    assertTrue(github.err().contains("::warning file=a.yaml,line=4,"), github.err());
  }

  @Test
  void platformIsThatOfTheOptions() {
    Run run =
        Run.on(
            STORE,
            directory,
            "import",
            "--istio",
            "1.27",
            "--kubernetes",
            "1.34",
            "--cluster-domain",
            "cluster.example");
    assertTrue(
        run.out()
            .contains(
                """
                  platform:
                    kubernetes: "1.34"
                    istio: "1.27"
                    clusterDomain: cluster.example
                """),
        run.out() + run.err());
    Run namespace =
        Run.on(STORE.replace(", namespace: shop", ""), directory, "import", "--namespace", "a");
    assertEquals(DECLARATION.formatted("imported", "a", "store"), namespace.out());
  }

  @ParameterizedTest
  @CsvSource({
    "--istio x, Expected a release such as `1.27` for `--istio`",
    "--substitute, Unknown option",
    "--split all, Invalid value for option '--split'",
    "-o a --output-dir b, are mutually exclusive",
    "missing.yaml, cannot read `missing.yaml`"
  })
  void wrongUsageFails(String arguments, String said) {
    Run run = run(("import " + arguments).split(" ", -1));
    assertEquals(ExitStatus.FAILURE, run.status());
    assertTrue(run.err().contains(said), run.err());
  }

  @Test
  void terminalAsInputIsAnnounced() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Egress.run(
        new String[] {"import"},
        new Terminal(
            new ByteArrayInputStream(STORE.getBytes(StandardCharsets.UTF_8)),
            new ByteArrayOutputStream(),
            err,
            directory,
            Interactive.of("0")));
    assertTrue(
        err.toString(StandardCharsets.UTF_8)
            .startsWith("egress: reading manifests from the terminal; end with Ctrl-D, "));
  }

  @Test
  void hasHelpAndCompletion() {
    Run help = run("help", "import");
    assertEquals(ExitStatus.DONE, help.status());
    assertEquals(run("import", "--help"), help);
    assertFalse(help.out().contains("--substitute"), help.out());
    assertTrue(run("--help").out().contains("\n  import "));
    assertTrue(run("completion", "bash").out().contains(" import "));
    assertTrue(run("completion", "fish").out().contains("-f -a import "));
  }

  @Test
  void commentsAreNamedOnce() {
    String manifest =
        """
        # Owned by team a.
        apiVersion: v1
        kind: Service
        metadata: {name: a}
        spec: {type: ExternalName, externalName: a.example.com}
        """;
    Run run = Run.on(manifest, directory, "import", "-");
    assertEquals(ExitStatus.DONE, run.status(), run.err());
    assertTrue(run.err().endsWith("Comments of the inputs are not imported.\n"), run.err());
  }
}
