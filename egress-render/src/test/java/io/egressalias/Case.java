package io.egressalias;

import io.egressalias.declaration.Assumptions;
import io.egressalias.declaration.DeclarationReader;
import io.egressalias.declaration.Declarations;
import io.egressalias.declaration.Source;
import io.egressalias.diagnostic.Severity;
import io.egressalias.diagnostic.Validated;
import io.egressalias.internal.report.TextReport;
import io.egressalias.render.ManifestRenderer;
import io.egressalias.yaml.ManifestYaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A declaration in a file, and its expected result next to it: {@code <slug>.approved.yaml} if it
 * renders, otherwise {@code <slug>.approved.txt} with its findings.
 */
record Case(Path input) {
  /** The second folder is for cases whose exact bytes matter, such as line ends. */
  private static final List<Path> FOLDERS =
      List.of(Path.of("src/test/resources/cases"), Path.of("src/test/resources/bytes"));

  /** The result of a declaration: the extension of the approved file, and the text. */
  record Outcome(String extension, String text) {}

  static List<Case> all() {
    return files().stream()
        .filter(file -> file.toString().endsWith(".yaml") && !isExpectation(file))
        .map(Case::new)
        .toList();
  }

  static List<Path> expectations() {
    return files().stream().filter(Case::isExpectation).toList();
  }

  /** All files in the folders; each must be an input or an expectation. */
  static List<Path> files() {
    List<Path> files = new ArrayList<>();
    for (Path folder : FOLDERS) {
      try (Stream<Path> entries = Files.list(folder)) {
        files.addAll(
            entries.filter(file -> !file.toString().contains(".received.")).sorted().toList());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return files;
  }

  private static boolean isExpectation(Path file) {
    return file.toString().contains(".approved.");
  }

  String slug() {
    return input.getFileName().toString().replaceFirst("\\.yaml$", "");
  }

  Path expectation(String extension) {
    return input.resolveSibling(slug() + ".approved" + extension);
  }

  Outcome run() throws IOException {
    Source source = Source.decode(input.getFileName().toString(), Files.readAllBytes(input));
    Validated<Declarations> read = DeclarationReader.read(List.of(source), Assumptions.none());
    if (read.has(Severity.ERROR)) {
      TextReport report = new TextReport(Map.of(source.name(), source.text()));
      // Infos are tested by the cases of the rules; here they would hide the errors.
      return new Outcome(
          ".txt",
          report.print(
              read.diagnostics().stream().filter(d -> d.severity() != Severity.INFO).toList()));
    }
    return new Outcome(
        ".yaml", ManifestYaml.write(ManifestRenderer.render(read.map(Declarations::documents))));
  }

  /** Returns the slug, which identifies a failed case. */
  @Override
  public String toString() {
    return slug();
  }
}
