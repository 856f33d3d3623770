package io.egressalias.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.declaration.AssumedValue;
import io.egressalias.declaration.Assumptions;
import io.egressalias.declaration.Overrides;
import io.egressalias.declaration.Source;
import io.egressalias.diagnostic.Severity;
import io.egressalias.internal.files.Failure;
import io.egressalias.render.ManifestOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests a second build after a first one. */
final class GenerationTest {
  private static final String DECLARATION =
      """
      apiVersion: egressalias.io/v1alpha1
      kind: EgressAliases
      metadata: {name: test}
      spec:
        platform: {kubernetes: "1.34"}
        aliases:
        - name: bank
          externalName: bank.example.com
          ports:
          - {name: http, port: 80}
          tls: {mode: DISABLE}
      """;

  private static final FileTime LONG_AGO = FileTime.fromMillis(0);

  @TempDir private Path directory = Path.of("");

  @Test
  void nothingIsWrittenIfNothingHasChanged() throws IOException, MojoFailureException {
    assertFalse(run(oneFile("a.yaml"), rendering(DECLARATION)).isEmpty());
    Path output = age("a.yaml");
    assertEquals(
        List.of("[INFO] Nothing has changed: " + output + " is up to date"),
        run(oneFile("a.yaml"), rendering(DECLARATION)));
    assertEquals(LONG_AGO, Files.getLastModifiedTime(output));
  }

  /** The last alias of a declaration is removed, and added again. */
  @Test
  void declarationWithoutAliasesRendersNothing() throws IOException, MojoFailureException {
    String none = DECLARATION.substring(0, DECLARATION.indexOf("aliases:")) + "aliases: []\n";
    run(oneFile("a.yaml"), rendering(DECLARATION));
    String written = Files.readString(directory.resolve("a.yaml"));
    List<String> log = run(oneFile("a.yaml"), rendering(none));
    Path output = directory.resolve("a.yaml");
    assertEquals("[INFO] 0 objects are in " + output, log.get(log.size() - 1));
    assertEquals("", Files.readString(output));
    assertEquals(
        List.of("[INFO] Nothing has changed: " + output + " is up to date"),
        run(oneFile("a.yaml"), rendering(none)));
    run(oneFile("a.yaml"), rendering(DECLARATION));
    assertEquals(written, Files.readString(output));
  }

  @Test
  void editedAndDeletedFilesAreWrittenAgain() throws IOException, MojoFailureException {
    run(oneFile("a.yaml"), rendering(DECLARATION));
    Path output = directory.resolve("a.yaml");
    String written = Files.readString(output);
    Files.writeString(output, written.replace("bank.example.com", "bank.example.org"));
    run(oneFile("a.yaml"), rendering(DECLARATION));
    assertEquals(written, Files.readString(output));
    Files.delete(output);
    run(oneFile("a.yaml"), rendering(DECLARATION));
    assertEquals(written, Files.readString(output));
  }

  @Test
  void changeOfAParameterOrVersionWritesAgain() throws IOException, MojoFailureException {
    GeneratedOutput output = oneFile("a.yaml");
    run(output, rendering(DECLARATION));
    String before = Files.readString(output.path());
    Assumptions modern = Assumptions.none().with(AssumedValue.ISTIO, "1.27");
    run(
        output,
        new Rendering(
            sources(DECLARATION), modern, Overrides.none(), Severity.ERROR, ManifestOrder.APPLY));
    assertNotEquals(before, Files.readString(output.path()));

    run(output, rendering(DECLARATION));
    Overrides moved = Overrides.none().with("aliases.bank.externalName", "moved.example.com");
    run(
        output,
        new Rendering(
            sources(DECLARATION), Assumptions.none(), moved, Severity.ERROR, ManifestOrder.APPLY));
    assertEquals(
        before.replace("bank.example.com", "moved.example.com"), Files.readString(output.path()));

    run(output, rendering(DECLARATION));
    RecordedLog log = new RecordedLog();
    new Generation(output, output.path(), state(), "2").run(rendering(DECLARATION), log);
    assertEquals(List.of("[INFO] 2 objects are in " + output.path()), log.lines());
  }

  @Test
  void changeOfAUsedVariableWritesAgain() throws IOException, MojoFailureException {
    GeneratedOutput output = oneFile("a.yaml");
    run(output, filled(Map.of("HOST", "a.example.com", "OTHER", "1")));
    String before = Files.readString(output.path());
    assertEquals(
        List.of("[INFO] Nothing has changed: " + output.path() + " is up to date"),
        run(output, filled(Map.of("HOST", "a.example.com", "OTHER", "2"))));
    run(output, filled(Map.of("HOST", "b.example.com", "OTHER", "2")));
    assertEquals(before.replace("a.example.com", "b.example.com"), Files.readString(output.path()));
  }

  private static Rendering filled(Map<String, String> values) {
    return new Rendering(
        sources(DECLARATION.replace("bank.example.com", "${HOST}")),
        Assumptions.none().filling(values),
        Overrides.none(),
        Severity.ERROR,
        ManifestOrder.APPLY);
  }

  @Test
  void warningsAreReportedByEachBuildAndNothingIsWritten()
      throws IOException, MojoFailureException {
    Rendering warned = rendering(warned());
    List<String> first = run(oneFile("a.yaml"), warned);
    Path output = age("a.yaml");
    assertTrue(
        first.get(0).startsWith("[WARNING] declared.yaml:[10,7] EGA0708: "), first::toString);
    assertEquals(first, run(oneFile("a.yaml"), warned));
    assertEquals(LONG_AGO, Files.getLastModifiedTime(output));
  }

  @Test
  void failOnWarningFailsForWarnings() {
    Rendering strict =
        new Rendering(
            sources(warned()),
            Assumptions.none(),
            Overrides.none(),
            Severity.WARNING,
            ManifestOrder.APPLY);
    MojoFailureException failure =
        assertThrows(MojoFailureException.class, () -> run(oneFile("a.yaml"), strict));
    assertEquals("0 errors, 1 warning in declarations of egress aliases", failure.getMessage());
    assertFalse(Files.exists(directory.resolve("a.yaml")));
  }

  @Test
  void otherOutputLayoutReplacesThePreviousOne() throws IOException, MojoFailureException {
    run(oneFile("a.yaml"), rendering(DECLARATION));
    run(split(), rendering(DECLARATION));
    assertFalse(Files.exists(directory.resolve("a.yaml")));
    assertTrue(Files.exists(directory.resolve("service.bank.yaml")));
    run(oneFile("a.yaml"), rendering(DECLARATION));
    assertTrue(Files.exists(directory.resolve("a.yaml")));
    assertFalse(Files.exists(directory.resolve("service.bank.yaml")));
    assertFalse(Files.exists(directory.resolve("egress-files.txt")));
  }

  @Test
  void previousOutputElsewhereIsKept() throws IOException, MojoFailureException {
    GeneratedOutput first = oneFile("a.yaml");
    GeneratedOutput second = oneFile("b.yaml");
    generation(first, first.path()).run(rendering(DECLARATION), new RecordedLog());
    generation(second, second.path()).run(rendering(DECLARATION), new RecordedLog());
    assertTrue(Files.exists(first.path()));
    assertTrue(Files.exists(second.path()));
  }

  @Test
  void obsoleteFilesAreDeletedUnlessEdited() throws IOException, MojoFailureException {
    run(split(), rendering(DECLARATION));
    Path rule = directory.resolve("destinationrule.bank.yaml");
    Files.writeString(rule, "# mine\n");
    generation(split(), directory).withdraw();
    assertFalse(Files.exists(directory.resolve("service.bank.yaml")));
    assertEquals("# mine\n", Files.readString(rule));
    generation(split(), directory).withdraw();
  }

  /** Also without a record of the last build, as after `mvn clean`. */
  @Test
  void filesOfADeletedSourceAreDeleted() throws IOException, MojoFailureException {
    Path bank = directory.resolve("bank.yaml");
    Path shop = directory.resolve("shop.yaml");
    Files.writeString(bank, DECLARATION);
    Files.writeString(shop, DECLARATION.replace("bank", "shop"));
    GeneratedOutput output = new GeneratedOutput(directory.resolve("out"), true);
    run(output, rendering(bank, shop));
    Files.delete(shop);
    Files.delete(directory.resolve("state/default.txt"));
    List<String> said = run(output, rendering(bank));
    assertEquals(
        2,
        said.stream()
            .filter(
                line ->
                    line.contains("/service.shop.yaml`: `")
                        || line.contains("/destinationrule.shop.yaml`: `"))
            .count(),
        said::toString);
    assertFalse(Files.exists(directory.resolve("out/service.shop.yaml")));
    assertTrue(Files.exists(directory.resolve("out/service.bank.yaml")));
  }

  private static Rendering rendering(Path... files) throws IOException {
    List<Source> sources = new ArrayList<>();
    for (Path file : files) {
      sources.add(Source.of(file.toString(), Files.readString(file)));
    }
    return new Rendering(
        sources, Assumptions.none(), Overrides.none(), Severity.ERROR, ManifestOrder.APPLY);
  }

  /**
   * A build of another version of the declaration was killed, and the declaration was then
   * reverted.
   */
  @Test
  void partialFilesOfKilledBuildsAreDeleted()
      throws IOException, MojoFailureException, InterruptedException {
    String draft = ".egress-" + dead() + "-01234567-fc9e3a0b-6d1f-4a35-8ad0-111111111111.tmp";
    for (GeneratedOutput output : List.of(oneFile("a.yaml"), split())) {
      run(output, rendering(DECLARATION));
      Path besideOutput = Files.writeString(directory.resolve(draft), "half a te");
      Path besideState = Files.writeString(directory.resolve("state").resolve(draft), "half a te");
      List<String> said = run(output, rendering(DECLARATION));
      assertTrue(said.get(0).startsWith("[INFO] Nothing has changed: "), said::toString);
      assertFalse(Files.exists(besideOutput));
      assertFalse(Files.exists(besideState));
      Files.writeString(besideOutput, "half a te");
      generation(output, directory).withdraw();
      assertFalse(Files.exists(besideOutput));
    }
  }

  private static long dead() throws IOException, InterruptedException {
    Process process = new ProcessBuilder("true").start();
    process.waitFor();
    return process.pid();
  }

  @Test
  void directoryInPlaceOfTheFileIsReported() throws IOException {
    Files.createDirectories(directory.resolve("a.yaml"));
    Failure failure =
        assertThrows(Failure.class, () -> run(oneFile("a.yaml"), rendering(DECLARATION)));
    assertEquals(
        "`%s` is a directory. Set `<split>` to write one file per object"
            .formatted(directory.resolve("a.yaml")),
        failure.getMessage());
  }

  /** A port that sends clear text without a declaration that this is meant. */
  private static String warned() {
    return DECLARATION.replaceAll(" +tls:.*\n", "");
  }

  private List<String> run(GeneratedOutput output, Rendering rendering)
      throws IOException, MojoFailureException {
    RecordedLog log = new RecordedLog();
    generation(output, directory).run(rendering, log);
    return log.lines();
  }

  private Generation generation(GeneratedOutput output, Path own) {
    return new Generation(output, own, state(), "1");
  }

  private BuildState state() {
    return new BuildState(directory.resolve("state/default.txt"));
  }

  private GeneratedOutput oneFile(String name) {
    return new GeneratedOutput(directory.resolve(name), false);
  }

  private GeneratedOutput split() {
    return new GeneratedOutput(directory, true);
  }

  private static Rendering rendering(String text) {
    return new Rendering(
        sources(text), Assumptions.none(), Overrides.none(), Severity.ERROR, ManifestOrder.APPLY);
  }

  private static List<Source> sources(String text) {
    return List.of(Source.of("declared.yaml", text));
  }

  private Path age(String name) throws IOException {
    return Files.setLastModifiedTime(directory.resolve(name), LONG_AGO);
  }
}
