package io.egressalias.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests {@code egress lint} on declarations and manifests side by side. */
final class LintCommandTest {
  private static final String NOTHING = "0 errors, 0 warnings, 0 infos\n";

  private static final String SERVICE =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: maps, namespace: edge}
      spec: {type: ExternalName, externalName: maps.example.org, ports: [{name: https, port: 443}]}
      """;

  private static final String WITHOUT_A_NAME =
      """
      apiVersion: networking.istio.io/v1
      kind: DestinationRule
      metadata: {namespace: edge}
      spec: {host: maps}
      """;

  private static final String DEPLOYMENT =
      "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec: {replicas: 1}\n";

  @TempDir private Path directory = Path.of("");

  @ParameterizedTest
  @ValueSource(
      strings = {
        SERVICE,
        DEPLOYMENT,
        SERVICE + "---\n" + DEPLOYMENT,
        "resources: [a.yaml]\n",
        "replicaCount: 1\n",
        "apiVersion: kustomize.config.k8s.io/v1beta1\nresources: [a.yaml]\n",
        "- {op: replace, path: /spec/replicas, value: 2}\n",
        "apiVersion: egressalias.io/v1alpha1\nkind: EgressAliasesTransform\nmetadata: {name: t}\n",
        "apiVersion: egressalias.io/v1alpha1\nkind: EgressAliasesLint\nmetadata: {name: t}\n",
        "{\"apiVersion\": \"v1\", \"kind\": \"List\", \"items\": []}\n"
      })
  void fileWithoutDeclarationsHasNoFinding(String text) throws IOException {
    write("a.yaml", text);
    assertEquals(new Run(ExitStatus.DONE, NOTHING, ""), run("lint", "a.yaml"));
    assertEquals(new Run(ExitStatus.DONE, NOTHING, ""), run("lint", "."));
    assertEquals(new Run(ExitStatus.DONE, NOTHING, ""), Run.on(text, directory, "lint", "-"));
  }

  @Test
  void otherVerbsStillNeedDeclarations() throws IOException {
    write("a.yaml", SERVICE);
    assertTrue(run("render", "a.yaml").err().contains("error EGA0101: "));
    assertTrue(run("plan", "--from", "a.yaml", "--to", "a.yaml").err().contains("EGA0101"));
  }

  @Test
  void bothAreJudgedAtTheirPlaces() {
    String declaration = Texts.declaration("a").replace("externalName: ", "externalName: X");
    String text =
        String.join("---\n", "# first\n", WITHOUT_A_NAME, DEPLOYMENT, declaration, WITHOUT_A_NAME);
    Run run = Run.on(text, directory, "lint", "--istio", "1.27", "-");
    assertEquals(ExitStatus.FINDINGS, run.status());
    int first = run.out().indexOf("<stdin>:5:11: error EGA1204: ");
    int second = run.out().indexOf(" error EGA0501: ");
    int third = run.out().lastIndexOf(": error EGA1204: ");
    assertTrue(first >= 0 && first < second && second < third, run.out());
    assertTrue(run.out().contains("    metadata: {namespace: edge}\n"), run.out());
    assertTrue(run.out().contains("3 errors"), run.out());
  }

  @Test
  void mistakesInTheFirstLinesOfADeclarationAreStillFound() {
    for (String text :
        new String[] {
          "apiVersion: egressalias.io/v1alpha1\nkind: EgressAlias\n",
          "apiVersion: v1\nkind: EgresAliases\n",
          "apiVersion: egressaliases.io/v1alpha1\nkind: Aliases\n",
          "Kind: EgressAliases\n",
          "spec: {aliases: []}\n",
          "aliases: []\n"
        }) {
      Run run = Run.on(text + "---\n" + SERVICE, directory, "lint", "-");
      assertTrue(run.out().contains(" error EGA0101: "), run.out());
    }
  }

  @Test
  void emptyInputIsAnError() {
    for (String text : new String[] {"", "# nothing\n", "---\n---\n"}) {
      assertTrue(Run.on(text, directory, "lint", "-").out().contains("error EGA0109: "), text);
    }
  }

  @Test
  void textThatIsNoYamlIsADeclarationOrAManifest() {
    Run manifest = Run.on("kind: Service\na: [\n", directory, "lint", "-");
    assertTrue(manifest.out().contains("error EGA1203: "), manifest.out());
    Run declaration = Run.on("kind: EgressAliases\na: [\n", directory, "lint", "-");
    assertTrue(declaration.out().contains("error EGA0002: "), declaration.out());
    Run template =
        Run.on("kind: Service\nmetadata: {{ .Values.a }}\n{{- b }}\n", directory, "lint", "-");
    assertTrue(template.out().contains("`helm template . | egress lint -`"), template.out());
  }

  @Test
  void declarationInALargeTextIsRead() {
    String comments = ("# " + "x".repeat(97) + "\n").repeat(20_000);
    String text = Texts.declaration("a").replace("externalName: ", "externalName: X");
    Run run = Run.on(SERVICE + "---\n" + comments + text, directory, "lint", "-");
    assertTrue(run.out().contains("error EGA0501: "), run.out());
    assertEquals(
        ExitStatus.DONE, Run.on(SERVICE + "---\n" + comments, directory, "lint", "-").status());
  }

  @Test
  void everyFormatHasFindingsAboutManifests() throws IOException {
    write("a.yaml", SERVICE.replace("maps.example.org", "203.0.113.7"));
    assertTrue(run("lint", "--format", "json", "a.yaml").out().contains("\"EGA1112\""));
    assertTrue(run("lint", "--format", "sarif", "a.yaml").out().contains("\"EGA1112\""));
    String github = run("lint", "--format", "github", "a.yaml").out();
    assertTrue(github.startsWith("::error file=a.yaml,line=4,col=42"), github);
    assertFalse(github.contains("EGA0101"), github);
  }

  private Run run(String... args) {
    return Run.in(directory, args);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
  }
}
