package io.egressalias.cli;

import io.egressalias.internal.files.ImportedFiles;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options for the files of an import. A file that is not a declaration is not replaced. */
final class ImportDestination {
  @ArgGroup private @Nullable Target target;

  @Option(
      names = "--leftovers",
      paramLabel = "FILE",
      description =
          "write a script that deletes the objects that the declaration does not render; run it"
              + " after the first apply")
  private @Nullable Path leftovers;

  /** The destination of the declarations; standard output by default. */
  static final class Target {
    @Option(
        names = {"-o", "--output"},
        paramLabel = "FILE",
        required = true,
        description = "write to a file; an existing file is replaced only if it is a declaration")
    private @Nullable Path file;

    @Option(
        names = "--output-dir",
        paramLabel = "DIR",
        required = true,
        description =
            "write to egress.yaml in a directory, or with --split namespace to NAMESPACE.yaml")
    private @Nullable Path directory;
  }

  /** Returns the files to write. */
  ImportedFiles files(boolean byNamespace, Terminal terminal) {
    Optional<Path> directory = Optional.ofNullable(target).map(t -> t.directory);
    return new ImportedFiles(
        terminal.directory(), file(), directory, byNamespace, Optional.ofNullable(leftovers));
  }

  /** Returns whether the declarations are printed. */
  boolean isStandardOutput() {
    return file().isEmpty() && (target == null || target.directory == null);
  }

  private Optional<Path> file() {
    return Optional.ofNullable(target)
        .map(t -> t.file)
        .filter(file -> !file.equals(Terminal.STANDARD_OUTPUT));
  }
}
