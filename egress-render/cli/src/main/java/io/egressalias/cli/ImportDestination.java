package io.egressalias.cli;

import io.egressalias.cli.usage.Arguments;
import io.egressalias.cli.usage.Choice;
import io.egressalias.cli.usage.Option;
import io.egressalias.internal.files.ImportedFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The options for the files of an import. A file that is not a declaration is not replaced.
 *
 * @param arguments the arguments of the run
 */
record ImportDestination(Arguments arguments) {
  private static final Option OUTPUT =
      Option.value(
              "--output",
              "FILE",
              "write to a file; an existing file is replaced only if it is a declaration")
          .letter("-o");

  private static final Option OUTPUT_DIR =
      Option.value(
          "--output-dir",
          "DIR",
          "write to egress.yaml in a directory, or with --split namespace to NAMESPACE.yaml");

  static final Option LEFTOVERS =
      Option.value(
          "--leftovers",
          "FILE",
          "write a script that deletes the objects that the declaration does not render; run it"
              + " after the first apply");

  static final Choice CHOICE = new Choice(false, List.of(OUTPUT, OUTPUT_DIR));

  /** Returns the files to write. */
  ImportedFiles files(boolean byNamespace, Terminal terminal) {
    return new ImportedFiles(
        terminal.directory(),
        file(),
        path(arguments.value(OUTPUT_DIR)),
        byNamespace,
        path(arguments.value(LEFTOVERS)));
  }

  /** Returns whether the declarations are printed. */
  boolean isStandardOutput() {
    return file().isEmpty() && !arguments.has(OUTPUT_DIR);
  }

  private Optional<Path> file() {
    Optional<Path> file = path(arguments.value(OUTPUT));
    return file.isPresent() && file.get().equals(Terminal.STANDARD_OUTPUT)
        ? Optional.empty()
        : file;
  }

  private static Optional<Path> path(Optional<String> name) {
    return name.isPresent() ? Optional.of(Path.of(name.get())) : Optional.empty();
  }
}
