package io.egressalias.cli;

import io.egressalias.declaration.Limits;
import io.egressalias.declaration.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads what the arguments name: files, directories, standard input. */
final class Inputs {
  private static final String STDIN = "-";

  private final Terminal terminal;
  private boolean stdinIsRead;

  Inputs(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Reads everything, in the order of the arguments; no arguments: standard input. */
  List<Source> read(List<String> arguments) {
    List<String> names = arguments.isEmpty() ? List.of(STDIN) : arguments;
    List<Source> sources = new ArrayList<>();
    for (String name : names) {
      if (name.equals(STDIN)) {
        sources.add(stdin());
      } else {
        files(name).forEach(file -> sources.add(file(file)));
      }
    }
    return sources;
  }

  private Source stdin() {
    if (stdinIsRead) {
      throw new Failure("standard input can be read once. Write `-` once");
    }
    stdinIsRead = true;
    try {
      return Source.decode("<stdin>", bounded(terminal.in()));
    } catch (IOException e) {
      throw Failure.of("read", "<stdin>", e);
    }
  }

  private List<Path> files(String name) {
    Path path = path(name);
    if (!Files.isDirectory(terminal.directory().resolve(path))) {
      return List.of(path);
    }
    try (Stream<Path> entries = Files.list(terminal.directory().resolve(path))) {
      List<Path> files =
          entries
              .filter(entry -> entry.toString().matches(".*\\.ya?ml") && !Files.isDirectory(entry))
              .map(entry -> path.resolve(entry.getFileName().toString()))
              .sorted()
              .toList();
      if (files.isEmpty()) {
        throw new Failure(
            "the directory `" + name + "` has no `*.yaml` and no `*.yml`. Check the name");
      }
      return files;
    } catch (IOException e) {
      throw Failure.of("read", name, e);
    }
  }

  private static Path path(String name) {
    if (name.isEmpty()) {
      throw new Failure("the name of a file is empty. Write one, or `.` for this directory");
    }
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new Failure("`" + name + "` cannot be the name of a file: " + e.getReason());
    }
  }

  private Source file(Path file) {
    try (InputStream in = Files.newInputStream(terminal.directory().resolve(file))) {
      return Source.decode(file.toString(), bounded(in));
    } catch (IOException e) {
      throw Failure.of("read", file, e);
    }
  }

  /** One byte more than the limit is enough to tell that there are too many. */
  private static byte[] bounded(InputStream in) throws IOException {
    return in.readNBytes(Limits.BYTES + 1);
  }
}
