package io.egressalias.cli;

import io.egressalias.cli.usage.Arguments;
import io.egressalias.cli.usage.Choice;
import io.egressalias.cli.usage.Option;
import io.egressalias.cli.usage.Usage;
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
import java.util.List;
import java.util.Optional;

/** The verb {@code render}: renders declarations as manifests. */
final class RenderCommand implements Verb {
  private static final Option OUTPUT =
      Option.value("--output", "FILE", "write to a file, only if its content changes").letter("-o");

  private static final Option OUTPUT_DIR =
      Option.value(
          "--output-dir",
          "DIR",
          "write one file per object, and delete the files of objects that the same sources no"
              + " longer declare");

  private static final Usage USAGE =
      new Usage(
          "render",
          List.of(
              "Renders declarations as multi-document YAML, in the order in which to apply"
                  + " the objects."
                  + " Without aliases (`aliases: []`) the output is empty, and `kubectl apply -f` fails"
                  + " because the output has no objects."),
          FileParameters.DECLARATIONS,
          Option.all(
              RenderingOptions.ALL,
              List.of(ColorOption.OPTION, FailOnOption.OPTION),
              PlatformOptions.ALL,
              List.of(OverrideOptions.SET)),
          List.of(new Choice(false, List.of(OUTPUT, OUTPUT_DIR))),
          "0 rendered; 1 the declaration has errors, and no file is written; 2 wrong"
              + " usage, or a file cannot be read or written.",
          List.of(
              "egress render egress.yaml | kubectl apply -f -",
              "egress render --order delete egress.yaml | kubectl delete -f -",
              "egress render --output-dir manifests declarations/",
              "egress render -o manifests.yaml --namespace shop a.yaml b.yaml",
              "egress render --set aliases.payments.externalName=test.example.com egress.yaml"));

  private final Terminal terminal;

  RenderCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Usage usage() {
    return USAGE;
  }

  @Override
  public int run(Arguments arguments) {
    RenderingOptions rendering = RenderingOptions.of(arguments);
    Optional<String> directory = arguments.value(OUTPUT_DIR);
    rendering.check(directory.isPresent(), "Remove `--output-dir`");
    Compilation compilation = FindingPrinter.compiled(terminal, arguments);
    int status = FailOnOption.of(arguments).status(compilation);
    if (status != ExitStatus.DONE) {
      return status;
    }
    if (directory.isPresent()) {
      split(Path.of(directory.get()), arguments.parameters(), rendering, compilation);
    } else {
      together(arguments.value(OUTPUT), rendering.content(compilation));
    }
    return ExitStatus.DONE;
  }

  private void together(Optional<String> output, FileContent content) {
    if (output.isEmpty() || Path.of(output.get()).equals(Terminal.STANDARD_OUTPUT)) {
      terminal.print(content);
    } else {
      write(Path.of(output.get()), content);
    }
  }

  private void split(
      Path directory, List<String> files, RenderingOptions rendering, Compilation compilation) {
    new OutputDirectory(terminal.directory().resolve(directory))
        .write(
            rendering.manifests(compilation),
            rendering.comment(compilation),
            Origins.of(terminal.directory(), compilation).named(files))
        .messages()
        .forEach(message -> terminal.complain("egress: " + Printable.line(message) + ".\n"));
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
