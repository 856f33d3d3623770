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
 * A declaration in a file, and beside it what is expected of it: {@code <slug>.approved.yaml} if it
 * renders, {@code <slug>.approved.txt}, its findings, if it does not.
 */
public record Case(Path input) {
  /** In the second folder the very bytes count, such as those at the end of a line. */
  private static final List<Path> FOLDERS =
      List.of(Path.of("src/test/resources/cases"), Path.of("src/test/resources/bytes"));

  /** What came of a declaration: the ending of the file that it is compared with, and its text. */
  record Outcome(String extension, String text) {}

  /** Returns all of them. */
  public static List<Case> all() {
    return files().stream()
        .filter(file -> file.toString().endsWith(".yaml") && !isExpectation(file))
        .map(Case::new)
        .toList();
  }

  static List<Path> expectations() {
    return files().stream().filter(Case::isExpectation).toList();
  }

  /** Everything in the folders; what is neither input nor expectation has no business there. */
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

  /** Returns the name of the file without its ending. */
  public String slug() {
    return input.getFileName().toString().replaceFirst("\\.yaml$", "");
  }

  Path expectation(String extension) {
    return input.resolveSibling(slug() + ".approved" + extension);
  }

  /** Returns its text. */
  public Source source() throws IOException {
    return Source.decode(input.getFileName().toString(), Files.readAllBytes(input));
  }

  Outcome run() throws IOException {
    Source source = source();
    Validated<Declarations> read = DeclarationReader.read(List.of(source), Assumptions.none());
    if (read.has(Severity.ERROR)) {
      TextReport report = new TextReport(Map.of(source.name(), source.text()));
      // What is good to know is for the cases of the rules: here it would bury what is wrong.
      return new Outcome(
          ".txt",
          report.print(
              read.diagnostics().stream().filter(d -> d.severity() != Severity.INFO).toList()));
    }
    return new Outcome(
        ".yaml", ManifestYaml.write(ManifestRenderer.render(read.map(Declarations::documents))));
  }

  /** Returns the slug, by which a failed case is told. */
  @Override
  public String toString() {
    return slug();
  }
}
