package io.egressalias.cli;

import io.egressalias.declaration.Declarations;
import io.egressalias.declaration.Source;
import io.egressalias.diagnostic.Printable;
import io.egressalias.diagnostic.Validated;
import io.egressalias.files.Documents;
import io.egressalias.files.Failure;
import io.egressalias.files.Origins;
import io.egressalias.files.OutputDirectory;
import io.egressalias.files.Spool;
import io.egressalias.files.WrittenFile;
import io.egressalias.yaml.ManifestJson;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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
  /** Behind it may be a file that somebody else goes on writing to. */
  private static final Path STANDARD_OUTPUT = Path.of("/dev/stdout");

  private final Terminal terminal;

  @Mixin private FileParameters files = new FileParameters();

  @ArgGroup private @Nullable Destination destination;

  @Mixin private RenderingOptions rendering = new RenderingOptions();

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
        description =
            "write a file for each object, and delete those of objects that the same sources no"
                + " longer declare")
    private @Nullable Path directory;
  }

  RenderCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Path directory = destination == null ? null : destination.directory;
    rendering.check(directory != null, "Leave out `--output-dir`");
    return directory == null ? together() : split(directory);
  }

  private int together() {
    return rendering.isJson() ? json() : yaml();
  }

  private int yaml() {
    try (Spool spool = new Spool(rendering.isReversed())) {
      int status = yaml(spool);
      if (status == ExitStatus.DONE) {
        write(spool);
      }
      return status;
    } catch (IOException e) {
      throw Failure.of("clear", "the temporary directory", e);
    }
  }

  private int yaml(Spool spool) {
    Documents documents = terminal.inputs().documents(files.names(), platform.assumptions());
    StreamedRendering streamed = new StreamedRendering(terminal, rendering, failOn, spool);
    documents.read(streamed);
    return streamed.end();
  }

  /** A List is one document, which cannot be begun before it is known that it will end. */
  private int json() {
    Validated<Declarations> read =
        Findings.read(terminal, files.read(terminal), platform.assumptions());
    int status = failOn.status(read);
    if (status == ExitStatus.DONE) {
      write(ManifestJson.write(rendering.render(read)));
    }
    return status;
  }

  private int split(Path directory) {
    List<Source> sources = files.read(terminal);
    Validated<Declarations> read = Findings.read(terminal, sources, platform.assumptions());
    int status = failOn.status(read);
    if (status == ExitStatus.DONE) {
      Origins origins = Origins.of(terminal.directory(), sources, read.orThrow());
      new OutputDirectory(terminal.directory().resolve(directory))
          .write(
              rendering.render(read),
              rendering.comment(read.orThrow()),
              origins.named(files.names()))
          .messages()
          .forEach(message -> terminal.complain("egress: " + Printable.line(message) + ".\n"));
    }
    return status;
  }

  private void write(String text) {
    Path file = file();
    if (file == null) {
      terminal.print(text);
    } else {
      write(file, written -> written.write(text));
    }
  }

  private void write(Spool spool) {
    Path file = file();
    if (file != null) {
      write(file, written -> written.write(spool));
      return;
    }
    try {
      spool.writeTo(new BufferedOutputStream(terminal.out(), 1 << 16));
    } catch (IOException e) {
      throw Failure.ofOutput(e);
    }
  }

  /** Returns the file to be written; null: standard output. */
  private @Nullable Path file() {
    Path file = destination == null ? null : destination.file;
    return STANDARD_OUTPUT.equals(file) ? null : file;
  }

  private void write(Path file, Writing writing) {
    Path path = terminal.directory().resolve(file);
    if (Files.isDirectory(path)) {
      throw new Failure(
          "cannot write `"
              + file
              + "`: it is a directory. Use `--output-dir` for a file for each object");
    }
    try {
      writing.to(new WrittenFile(path));
    } catch (IOException e) {
      throw Failure.of("write", file, e);
    }
  }

  private interface Writing {
    void to(WrittenFile file) throws IOException;
  }
}
