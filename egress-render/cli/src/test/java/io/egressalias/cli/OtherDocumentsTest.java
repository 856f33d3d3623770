package io.egressalias.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.compile.Compilation;
import io.egressalias.declaration.Assumptions;
import io.egressalias.declaration.Source;
import io.egressalias.internal.files.Inputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents for other tools are skipped in a directory, and are errors in a file that is named. */
final class OtherDocumentsTest {
  private static final String SERVICE =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: shop}
      spec: {type: ExternalName, externalName: shop.example.com}
      """;

  @TempDir private Path directory = Path.of("");

  @BeforeEach
  void declare() throws IOException {
    write("all/egress.yaml", Texts.declaration("a"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        SERVICE,
        "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [a.yaml]\n",
        "apiVersion: kustomize.config.k8s.io/v1beta1\nresources: [a.yaml]\n",
        "resources: [a.yaml]\n",
        "replicaCount: 1\nimage: {repository: nginx}\nkey: !secret x\n",
        "- {op: replace, path: /spec/aliases/0/externalName, value: b.example.com}\n",
        "apiVersion: egressalias.io/v1alpha1\nkind: EgressAliasesTransform\nmetadata: {name: t}\n",
        "kind: Service\nkind: Service\n"
      })
  void areSkippedInADirectory(String other) throws IOException {
    write("all/other.yaml", other + "---\n" + Texts.declaration("b"));
    for (String name : List.of("all", "all/*.yaml")) {
      Run run = run("render", name);
      assertEquals("", run.err());
      assertEquals(List.of("a", "a", "b", "b"), Texts.names(run.out()));
      assertFalse(run("lint", name).out().contains("EGA0101"));
      assertTrue(findings(name).contains("all/other.yaml:1:1: info EGA0101: "), findings(name));
    }
    Run named = run("render", "all/egress.yaml", "all/other.yaml");
    assertEquals(ExitStatus.FINDINGS, named.status());
    assertTrue(named.err().matches("(?s)all/other.yaml:\\d:\\d+: error EGA01.*"), named.err());
    Run piped = Run.on(other, directory, "render");
    assertEquals(ExitStatus.FINDINGS, piped.status());
  }

  @Test
  void findingNamesTheDocumentAndTheDirectory() throws IOException {
    write("all/service.yaml", SERVICE);
    String out = findings("all");
    assertTrue(
        out.contains(
            """
            all/service.yaml:1:1: info EGA0101: expected a declaration of kind `EgressAliases`, found a manifest of kind `Service`, which is skipped in the directory `all`
                apiVersion: v1
                ^
              Keep the document if it is for another tool, or run `egress import all/service.yaml` to turn the manifest into a declaration.
            """),
        out);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "apiVersion: egressalias.io/v1alpha1\nkind: EgressAlias\n",
        "apiVersion: egressalias.io/v1\nkind: EgressAliases\n",
        "apiVersion: egressalias.io/v1alpha1\nkind: Service\n",
        "apiVersion: egressaliases.io/v1alpha1\nkind: Aliases\n",
        "apiVersion: v1\nkind: EgresAliases\n",
        "Kind: EgressAliases\n",
        "apiversion: egressalias.io/v1alpha1\n",
        "metadata: {name: a}\nspec: {aliases: []}\n",
        "spec: {aliases: []}\n",
        "aliases: []\n",
        "- {name: a, externalName: a.example.com}\n",
        "just text\n",
        "a: {{ .Values.a }}\n{{- if .Values.b }}\n"
      })
  void documentsThatMayBeDeclarationsAreErrors(String text) throws IOException {
    write("all/other.yaml", text);
    Run run = run("render", "all");
    assertEquals(ExitStatus.FINDINGS, run.status());
    assertEquals("", run.out());
    assertTrue(run.err().matches("(?s)all/other.yaml:\\d:\\d+: error EGA0.*"), run.err());
  }

  @Test
  void directoryWithoutADeclarationIsAnError() throws IOException {
    write("none/a.yaml", SERVICE);
    write("none/b.yaml", SERVICE);
    for (String name : List.of("none", "none/*.yaml")) {
      Run run = run("render", "all", name);
      assertEquals(ExitStatus.FINDINGS, run.status());
      assertTrue(
          run.err()
              .startsWith(
                  "none/a.yaml:1:1: error EGA0109: expected a document of kind `EgressAliases` in"
                      + " the directory `none`, found none\n"),
          run.err());
      assertEquals(4, run.err().lines().count(), run.err());
    }
  }

  @Test
  void everyVerbSkipsThem() throws IOException {
    write("all/kustomization.yaml", "resources: [manifests.yaml]\n");
    run("render", "all", "-o", "out.yaml");
    assertEquals(new Run(ExitStatus.DONE, "", ""), run("check", "all", "--against", "out.yaml"));
    assertEquals(ExitStatus.DONE, run("render", "all", "--output-dir", "out").status());
    assertEquals(new Run(ExitStatus.DONE, "", ""), run("check", "all", "--against", "out"));
    assertEquals(ExitStatus.DONE, run("plan", "--from", "all", "--to", "all").status());
    assertEquals(ExitStatus.DONE, run("lint", "--fail-on", "warning", "all").status());
  }

  /** Prints what a program finds that reads declarations; {@code egress lint} reads manifests. */
  private String findings(String name) {
    List<Source> sources = Inputs.of(directory).read(List.of(name));
    return FindingPrinter.print(sources, Compilation.of(sources, Assumptions.none()).diagnostics());
  }

  private Run run(String... args) {
    return Run.in(directory, args);
  }

  private void write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, text);
  }
}
