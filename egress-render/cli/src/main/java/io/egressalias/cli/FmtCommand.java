package io.egressalias.cli;

import io.egressalias.cli.usage.Arguments;
import io.egressalias.cli.usage.Option;
import io.egressalias.cli.usage.Usage;
import io.egressalias.declaration.DeclarationFormatter;
import io.egressalias.declaration.FormattedText;
import io.egressalias.declaration.Source;
import io.egressalias.diagnostic.Printable;
import io.egressalias.internal.files.Failure;
import io.egressalias.internal.files.InputFile;
import io.egressalias.internal.files.Inputs;
import io.egressalias.internal.files.WrittenFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The verb {@code fmt}: writes declarations in canonical form. */
final class FmtCommand implements Verb {
  private static final String STDIN = "-";

  private static final Option CHECK =
      Option.flag("--check", "print the names of files that are not formatted, and write nothing");

  private static final Usage USAGE =
      new Usage(
          "fmt",
          List.of(
              "Writes declarations in canonical form: fields in the order of the field"
                  + " reference, two"
                  + " spaces of indentation, quotes only where a reader of YAML 1.1 or 1.2 needs them."
                  + " Comments stay with their fields. Maps and lists in flow style, such as"
                  + " `{name: http, port: 80}`, stay in flow style if they end before column 100"
                  + " and have no"
                  + " comments in them. Documents of other kinds are not changed.",
              "Writes each file in place, and standard input to standard output."),
          FileParameters.DECLARATIONS,
          List.of(CHECK),
          List.of(),
          "0 formatted; 1 a file cannot be read as YAML or cannot be formatted, or with"
              + " --check is not formatted; 2 wrong usage, or a file cannot be read or"
              + " written.",
          List.of(
              "egress fmt egress.yaml",
              "egress fmt --check declarations/",
              "egress fmt < egress.yaml"));

  private final Terminal terminal;
  private boolean check;
  private int status = ExitStatus.DONE;

  FmtCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Usage usage() {
    return USAGE;
  }

  @Override
  public int run(Arguments arguments) {
    check = arguments.has(CHECK);
    Inputs inputs = terminal.inputs();
    if (arguments.parameters().isEmpty()) {
      standardInput(inputs);
    }
    for (String name : arguments.parameters()) {
      if (name.equals(STDIN)) {
        standardInput(inputs);
      } else {
        for (InputFile file : inputs.files(name)) {
          file(file.path(), inputs.read(file));
        }
      }
    }
    return status;
  }

  private void standardInput(Inputs inputs) {
    Source source = inputs.read(List.of(STDIN)).get(0);
    FormattedText formatted = formatted(source);
    if (check) {
      compare(source, formatted);
    } else if (formatted.isFormatted()) {
      terminal.print(formatted.text());
    }
  }

  private void file(Path name, Source source) {
    FormattedText formatted = formatted(source);
    if (check) {
      compare(source, formatted);
    } else if (isChanged(source, formatted)) {
      write(name, formatted.text());
    }
  }

  private FormattedText formatted(Source source) {
    FormattedText formatted = DeclarationFormatter.format(source);
    terminal.complain(FindingPrinter.print(List.of(source), formatted.findings()));
    for (String refusal : formatted.refusals()) {
      terminal.complain(Printable.line(refusal) + ".\n");
    }
    if (!formatted.isFormatted()) {
      status = ExitStatus.FINDINGS;
    }
    return formatted;
  }

  private static boolean isChanged(Source source, FormattedText formatted) {
    return formatted.isFormatted() && !formatted.text().equals(source.text());
  }

  private void compare(Source source, FormattedText formatted) {
    if (isChanged(source, formatted)) {
      terminal.print(Printable.line(source.name()) + "\n");
      status = ExitStatus.FINDINGS;
    }
  }

  private void write(Path name, String text) {
    Path file = terminal.directory().resolve(name);
    if (!Files.isRegularFile(file)) {
      throw new Failure(
          "cannot write `" + name + "`: it is not a regular file. Pass it as standard input");
    }
    try {
      new WrittenFile(file).write(text);
    } catch (IOException e) {
      throw Failure.of("write", name, e);
    }
  }
}
