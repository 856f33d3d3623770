package io.egressalias;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.egressalias.declaration.AssumedValue;
import io.egressalias.declaration.Assumptions;
import io.egressalias.declaration.DeclarationReader;
import io.egressalias.declaration.Declarations;
import io.egressalias.declaration.Source;
import io.egressalias.declaration.UncheckedReading;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Validated;
import io.egressalias.imports.ImportArguments;
import io.egressalias.imports.ManifestImporter;
import io.egressalias.internal.krm.ResourceListFunction;
import io.egressalias.internal.report.TextReport;
import io.egressalias.lint.LintArguments;
import io.egressalias.lint.ManifestLinter;
import io.egressalias.model.EgressAliases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The two declarations that explain a rule: a wrong one, and the corrected one. The two are
 * manifests if the rule is about imports.
 */
public record RuleCase(Rule rule) {
  static final Path FOLDER = Path.of("../egress-model/src/main/resources/io/egressalias/rules");

  /** The file with the wrong one. */
  public static final String WRONG = "wrong.yaml";

  /** The file with the one put right. */
  public static final String RIGHT = "right.yaml";

  /** A comment that abbreviates many similar lines. */
  private static final String AND_SO_ON = "( +)# and so on to [0-9.]+: (\\d+) [a-z]+\n";

  /** Returns those of all rules. */
  public static List<RuleCase> all() {
    return Arrays.stream(Rule.values()).map(RuleCase::new).toList();
  }

  Path folder() {
    return FOLDER.resolve(rule.code());
  }

  /** Returns the findings of one of the two. */
  List<Diagnostic> diagnostics(String file) {
    return diagnostics(file, source(file));
  }

  /** Returns what is found in a source that is read as one of the two is. */
  public List<Diagnostic> diagnostics(String file, Source source) {
    if (rule.code().startsWith("EGA10")) {
      return ResourceListFunction.run(source.text()).diagnostics();
    }
    if (isOfLint()) {
      return ManifestLinter.run(List.of(source), LintArguments.of(source.text()));
    }
    if (isOfImport()) {
      return ManifestImporter.run(List.of(source), ImportArguments.of(source.text()).options())
          .diagnostics();
    }
    return DeclarationReader.read(List.of(source), assumptions(file)).diagnostics();
  }

  /** Returns whether the two are manifests that are imported, and not declarations. */
  public boolean isOfImport() {
    return rule.code().startsWith("EGA12");
  }

  /** Returns whether the two are manifests that are judged, and not declarations. */
  public boolean isOfLint() {
    return rule.code().startsWith("EGA11");
  }

  /** Reads one of the two as a file of declarations, which it is for most rules. */
  Validated<Declarations> read(String file) {
    return DeclarationReader.read(List.of(source(file)), assumptions(file));
  }

  /** Returns the declarations of one of the two, with or without errors. */
  List<EgressAliases> readUnchecked(String file) {
    return UncheckedReading.read(source(file), assumptions(file));
  }

  /** Returns the printed findings of one of the two. */
  String report(String file) {
    return new TextReport(Map.of(file, source(file).text())).print(diagnostics(file));
  }

  /** Returns the text of one of the two. */
  public Source source(String file) {
    try {
      byte[] bytes = Files.readAllBytes(folder().resolve(file));
      // Maps each byte to one character, because one of the files is not UTF-8.
      return Source.decode(file, inFull(new String(bytes, ISO_8859_1)).getBytes(ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String inFull(String text) {
    return switch (rule) {
      case ANNOTATION_SIZE ->
          text.replace(
              "Runbook of the alias, a hundred and fifty thousand bytes of it.",
              "Call Ada! ".repeat(15_000));
      case OBJECT_SIZE -> items(text, "- {name: tls-%1$d, port: %1$d}", 10_000);
      case TOO_MANY_PORTS -> items(text, "- {name: tcp-%1$d, port: %1$d}", 10_000);
      case TOO_MANY_ADDRESSES -> items(text, "- 10.20.%2$d.%3$d", 1);
      default -> text;
    };
  }

  /** Writes the items for which a comment is the abbreviation. */
  private static String items(String text, String item, int first) {
    int number = Integer.parseInt(text.replaceAll("(?s).*" + AND_SO_ON + ".*", "$2"));
    String items =
        IntStream.range(first + 1, first + number)
            .mapToObj(i -> "$1" + item.formatted(i, i / 256, i % 256) + "\n")
            .collect(Collectors.joining());
    return text.replaceFirst(AND_SO_ON, items);
  }

  private Assumptions assumptions(String file) {
    if (rule == Rule.VARIABLE) {
      return Assumptions.none().filling(Map.of("PAYMENTS_HOST", "payments.example.com"));
    }
    if (rule != Rule.CONTRADICTING_OPTION) {
      return Assumptions.none();
    }
    return Assumptions.none().with(AssumedValue.ISTIO, file.equals(WRONG) ? "1.20" : "1.27");
  }

  /** Returns the code, which identifies a failed case. */
  @Override
  public String toString() {
    return rule.code();
  }
}
