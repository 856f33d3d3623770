package io.egressalias.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.egressalias.declaration.Source;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What this program renders is right, so the linter finds nothing in it but infos. */
final class OwnOutputTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final Path EXAMPLES = Path.of("../examples");
  private static final String APPROVED = ".approved.yaml";
  private static final String EXPECTED = "expected.yaml";
  private static final Pattern ISTIO = Pattern.compile("(?m)^ +istio: \"?([a-z0-9.]+)");
  private static final Pattern KUBERNETES = Pattern.compile("(?m)^ +kubernetes: \"?([0-9.]+)");

  /** An output, and the declaration of which it is made. */
  record Output(Path output, Path declaration) {
    @Override
    public String toString() {
      return output.toString();
    }
  }

  @ParameterizedTest
  @MethodSource("outputs")
  void nothingIsFoundButInfos(Output each) throws IOException {
    String declaration = Files.readString(each.declaration());
    LintOptions options =
        LintArguments.of(
            "# args: "
                + option("--istio ", ISTIO, declaration)
                + option(" --kubernetes ", KUBERNETES, declaration));
    Source source = Source.of("output.yaml", Files.readString(each.output()));
    List<Diagnostic> found =
        ManifestLinter.run(List.of(source), options).stream()
            .filter(finding -> finding.severity() != Severity.INFO)
            .toList();
    assertEquals(List.of(), found);
  }

  private static String option(String option, Pattern pattern, String declaration) {
    Matcher value = pattern.matcher(declaration);
    return value.find() ? option + value.group(1) : "";
  }

  static List<Output> outputs() throws IOException {
    List<Output> outputs = new ArrayList<>();
    try (Stream<Path> files = Files.list(GOLDEN)) {
      files
          .filter(file -> file.toString().endsWith(APPROVED))
          .sorted()
          .forEach(
              file -> {
                String name = file.getFileName().toString().replace(APPROVED, ".yaml");
                outputs.add(new Output(file, file.resolveSibling(name)));
              });
    }
    try (Stream<Path> files = Files.walk(EXAMPLES, 2)) {
      files
          .filter(file -> file.endsWith(EXPECTED))
          .filter(file -> Files.exists(file.resolveSibling("egress.yaml")))
          .sorted()
          .forEach(file -> outputs.add(new Output(file, file.resolveSibling("egress.yaml"))));
    }
    assertFalse(outputs.isEmpty());
    return outputs;
  }
}
