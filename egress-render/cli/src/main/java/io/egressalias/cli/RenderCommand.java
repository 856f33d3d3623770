package io.egressalias.cli;

import io.egressalias.compile.Compilation;
import io.egressalias.diagnostic.Printable;
import io.egressalias.internal.files.Failure;
import io.egressalias.internal.files.FileContent;
import io.egressalias.internal.files.Origins;
import io.egressalias.internal.files.OutputDirectory;
import io.egressalias.internal.files.WrittenFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The verb {@code render}: renders declarations as manifests. */
@Command(
    name = "render",
    mixinStandardHelpOptions = true,
    versionProvider = Egress.Version.class,
    description = {
      "Renders declarations as multi-document YAML, in the order in which to apply the objects."
          + " Without aliases (`aliases: []`) the output is empty, and `kubectl apply -f` fails"
          + " because the output has no objects.",
      ""
    },
    footerHeading =
        "%nExit status: 0 rendered; 1 the declaration has errors, and no file is written;"
            + " 2 wrong usage, or a file cannot be read or written.%n%nExamples:%n",
    footer = {
      "  egress render egress.yaml | kubectl apply -f -",
      "  egress render --order delete egress.yaml | kubectl delete -f -",
      "  egress render --output-dir manifests declarations/",
      "  egress render -o manifests.yaml --namespace shop a.yaml b.yaml",
      "  egress render --set aliases.payments.externalName=test.example.com egress.yaml"
    })
final class RenderCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private FileParameters files = new FileParameters();

  @ArgGroup private @Nullable Destination destination;

  @Mixin private RenderingOptions rendering = new RenderingOptions();

  @Mixin private ColorOption color = new ColorOption();

  @Mixin private FailOnOption failOn = new FailOnOption();

  @Mixin private PlatformOptions platform = new PlatformOptions();

  @Mixin private OverrideOptions overrides = new OverrideOptions();

  /** The destination of the manifests; standard output by default. */
  static final class Destination {
    @Option(
        names = {"-o", "--output"},
        paramLabel = "FILE",
        required = true,
        description = "write to a file, only if its content changes")
    private @Nullable Path file;

    @Option(
        names = "--output-dir",
        paramLabel = "DIR",
        required = true,
        description =
            "write one file per object, and delete the files of objects that the same sources no"
                + " longer declare")
    private @Nullable Path directory;
  }

  RenderCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Path directory = destination == null ? null : destination.directory;
    rendering.check(directory != null, "Remove `--output-dir`");
    Compilation compilation =
        FindingPrinter.compiled(
            terminal,
            color,
            files.read(terminal),
            platform.assumptions(terminal),
            overrides.overrides());
    int status = failOn.status(compilation);
    if (status != ExitStatus.DONE) {
      return status;
    }
    if (directory == null) {
      together(compilation);
    } else {
      split(directory, compilation);
    }
    return ExitStatus.DONE;
  }

  private void together(Compilation compilation) {
    FileContent content = rendering.content(compilation);
    Path file = file();
    if (file == null) {
      terminal.print(content);
    } else {
      write(file, content);
    }
  }

  private void split(Path directory, Compilation compilation) {
    new OutputDirectory(terminal.directory().resolve(directory))
        .write(
            rendering.manifests(compilation),
            rendering.comment(compilation),
            Origins.of(terminal.directory(), compilation).named(files.names()))
        .messages()
        .forEach(message -> terminal.complain("egress: " + Printable.line(message) + ".\n"));
  }

  /** Returns the file to write; null: standard output. */
  private @Nullable Path file() {
    Path file = destination == null ? null : destination.file;
    return Terminal.STANDARD_OUTPUT.equals(file) ? null : file;
  }

  private void write(Path file, FileContent content) {
    Path path = terminal.directory().resolve(file);
    if (Files.isDirectory(path)) {
      throw new Failure(
          "cannot write `"
              + file
              + "`: it is a directory. Use `--output-dir` to write one file per object");
    }
    try {
      new WrittenFile(path).write(content);
    } catch (IOException e) {
      throw Failure.of("write", file, e);
    }
  }
}
