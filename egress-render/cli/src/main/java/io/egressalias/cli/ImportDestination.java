package io.egressalias.cli;

import io.egressalias.imports.Imported;
import io.egressalias.imports.ImportedDeclaration;
import io.egressalias.imports.LeftoversScript;
import io.egressalias.internal.files.DeclarationFile;
import io.egressalias.internal.files.Failure;
import io.egressalias.internal.files.WrittenFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options for the files of an import. A file that is not a declaration is not replaced. */
final class ImportDestination {
  /** May refer to a file that another process writes to as well. */
  private static final Path STANDARD_OUTPUT = Path.of("/dev/stdout");

  private static final String WITHOUT_NAMESPACE = "egress";

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

  /** Checks the files whose names are options, before the manifests are read. */
  void check(Terminal terminal) {
    Path file = file();
    if (file != null) {
      declaration(file, terminal).check();
    }
    if (leftovers != null) {
      checkScript(leftovers, terminal);
    }
  }

  /**
   * Writes the declarations and the script. All files are checked before the first one is written.
   */
  void write(Imported imported, boolean byNamespace, Terminal terminal) {
    Path directory = target == null ? null : target.directory;
    Path file = file();
    Map<Path, String> texts = new LinkedHashMap<>();
    if (directory != null) {
      texts.putAll(inDirectory(directory, imported.declarations(), byNamespace));
    } else if (file != null && !imported.declarations().isEmpty()) {
      texts.put(file, together(imported.declarations()));
    }
    texts.keySet().forEach(name -> declaration(name, terminal).check());
    if (directory != null && !texts.isEmpty()) {
      create(directory, terminal);
    }
    texts.forEach((name, text) -> declaration(name, terminal).write(text));
    if (leftovers != null) {
      checkScript(leftovers, terminal);
      writeScript(leftovers, LeftoversScript.of(imported.leftovers()), terminal);
    }
    if (directory == null && file == null) {
      terminal.print(together(imported.declarations()));
    }
  }

  /** Returns the file to write; null: standard output, or a directory. */
  private @Nullable Path file() {
    Path file = target == null ? null : target.file;
    return STANDARD_OUTPUT.equals(file) ? null : file;
  }

  private static Map<Path, String> inDirectory(
      Path directory, List<ImportedDeclaration> declarations, boolean byNamespace) {
    Map<Path, String> texts = new LinkedHashMap<>();
    for (ImportedDeclaration declaration : declarations) {
      String name =
          byNamespace
              ? declaration.value().namespace().orElse(WITHOUT_NAMESPACE)
              : WITHOUT_NAMESPACE;
      Path file = directory.resolve(name + ".yaml");
      if (texts.put(file, declaration.text()) != null) {
        throw new Failure(
            "the declarations of the namespace `%s` and of objects without a namespace would both be"
                    .formatted(name)
                + " written to `"
                + file
                + "`. Pass `--namespace`");
      }
    }
    return texts;
  }

  private static String together(List<ImportedDeclaration> declarations) {
    return declarations.stream()
        .map(ImportedDeclaration::text)
        .collect(Collectors.joining("---\n"));
  }

  private static DeclarationFile declaration(Path file, Terminal terminal) {
    return new DeclarationFile(terminal.directory().resolve(file), file.toString());
  }

  private static void create(Path directory, Terminal terminal) {
    try {
      Files.createDirectories(terminal.directory().resolve(directory));
    } catch (IOException e) {
      throw Failure.of("create", directory, e);
    }
  }

  private static void checkScript(Path file, Terminal terminal) {
    Path path = terminal.directory().resolve(file);
    try {
      if (Files.isRegularFile(path)
          && !new WrittenFile(path).read().orElse("").startsWith(LeftoversScript.TITLE)) {
        throw new Failure(
            "`%s` already exists and is not changed, because `egress import` did not write it. Pass"
                    .formatted(file)
                + " another name, or delete it");
      }
    } catch (IOException e) {
      throw Failure.of("read", file, e);
    }
  }

  private static void writeScript(Path file, String script, Terminal terminal) {
    try {
      new WrittenFile(terminal.directory().resolve(file)).write(script);
    } catch (IOException e) {
      throw Failure.of("write", file, e);
    }
  }
}
