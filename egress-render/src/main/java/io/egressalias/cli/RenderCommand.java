package io.egressalias.cli;

import io.egressalias.declaration.DeclarationReader;
import io.egressalias.declaration.Declarations;
import io.egressalias.declaration.Source;
import io.egressalias.diagnostic.Validated;
import io.egressalias.files.Failure;
import io.egressalias.files.OutputDirectory;
import io.egressalias.files.WrittenFile;
import io.egressalias.render.AliasMark;
import io.egressalias.render.Manifest;
import io.egressalias.render.ManifestOrder;
import io.egressalias.render.ManifestRenderer;
import io.egressalias.yaml.ManifestJson;
import io.egressalias.yaml.ManifestYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The verb {@code render}: declarations in, manifests out. */
@Command(
    name = "render",
    mixinStandardHelpOptions = true,
    versionProvider = Egress.Version.class,
    description = {
      "Renders declarations as multi-document YAML, in the order in which it is to be applied.",
      ""
    },
    footerHeading =
        "%nExit status: 0 rendered; 1 the declaration has errors, nothing is written;"
            + " 2 wrong usage, or a file that cannot be read or written.%n%nExamples:%n",
    footer = {
      "  egress render egress.yaml | kubectl apply -f -",
      "  egress render --order delete egress.yaml | kubectl delete -f -",
      "  egress render --output-dir manifests declarations/",
      "  egress render -o manifests.yaml --namespace shop a.yaml b.yaml"
    })
final class RenderCommand implements Callable<Integer> {
  /** How manifests are written. */
  enum Format {
    yaml,
    json
  }

  private final Terminal terminal;

  @Parameters(
      paramLabel = "FILE",
      description = "files, directories (their *.yaml and *.yml), or - for standard input")
  private List<String> files = List.of();

  @ArgGroup private @Nullable Destination destination;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "yaml",
      description = "${COMPLETION-CANDIDATES}; json is one List. Default: ${DEFAULT-VALUE}")
  private Format format = Format.yaml;

  @Option(
      names = "--order",
      paramLabel = "ORDER",
      defaultValue = "apply",
      description = "apply or delete, its exact reverse. Default: ${DEFAULT-VALUE}")
  private ManifestOrder order = ManifestOrder.APPLY;

  @Option(
      names = "--explain",
      description = "write above each object, as a comment, why it is there")
  private boolean explain;

  @Option(
      names = "--mark",
      description = "annotate each object with its alias, for the kustomize transformer")
  private boolean mark;

  @Mixin private FailOnOption failOn = new FailOnOption();

  @Mixin private PlatformOptions platform = new PlatformOptions();

  /** Where manifests go; nowhere said: to standard output. */
  static final class Destination {
    @Option(
        names = {"-o", "--output"},
        paramLabel = "FILE",
        required = true,
        description = "write to a file, only when its bytes change")
    private @Nullable Path file;

    @Option(
        names = "--output-dir",
        paramLabel = "DIR",
        required = true,
        description = "write a file for each object, and delete those of objects that are gone")
    private @Nullable Path directory;
  }

  RenderCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (format == Format.json && destination != null && destination.directory != null) {
      throw new Failure("`--format json` is one document. Leave out `--output-dir`");
    }
    if (format == Format.json && explain) {
      throw new Failure("JSON has no comments. Leave out `--explain` or `--format json`");
    }
    List<Source> sources = terminal.inputs().read(files);
    Validated<Declarations> read = DeclarationReader.read(sources, platform.assumptions());
    Findings.complain(terminal, sources, read.diagnostics());
    int status = failOn.status(read);
    if (status != ExitStatus.DONE) {
      return status;
    }
    Declarations declarations = read.value();
    List<Manifest> manifests = ManifestRenderer.render(declarations.checked(read.diagnostics()));
    if (mark) {
      manifests.forEach(AliasMark::put);
    }
    write(order.arrange(manifests), manifest -> explain ? explanation(manifest, declarations) : "");
    return ExitStatus.DONE;
  }

  private static String explanation(Manifest manifest, Declarations declarations) {
    return "%s of the alias %s (%s): %s."
        .formatted(
            manifest.kind(),
            manifest.alias().name(),
            declarations.locate(manifest.document(), manifest.path()),
            manifest.reason());
  }

  private void write(List<Manifest> manifests, Function<Manifest, String> comment) {
    if (destination != null && destination.directory != null) {
      new OutputDirectory(terminal.directory().resolve(destination.directory))
          .write(manifests, comment);
      return;
    }
    String text =
        format == Format.json
            ? ManifestJson.write(manifests)
            : ManifestYaml.write(manifests, comment);
    if (destination != null && destination.file != null) {
      writeFile(destination.file, text);
    } else {
      terminal.print(text);
    }
  }

  private void writeFile(Path file, String text) {
    if (Files.isDirectory(terminal.directory().resolve(file))) {
      throw new Failure(
          "cannot write `"
              + file
              + "`: it is a directory. Use `--output-dir` for a file for each object");
    }
    try {
      new WrittenFile(terminal.directory().resolve(file)).write(text);
    } catch (IOException e) {
      throw Failure.of("write", file, e);
    }
  }
}
