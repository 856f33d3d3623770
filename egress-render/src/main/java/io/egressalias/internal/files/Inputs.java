package io.egressalias.internal.files;

import io.egressalias.declaration.Limits;
import io.egressalias.declaration.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads inputs that a user names: files, directories (their {@code *.yaml} and {@code *.yml},
 * without subdirectories), and patterns such as {@code declarations/**}{@code /*.yaml}.
 *
 * <p>The name of a source is the name as given, or the name of the directory as given and the file
 * in it.
 */
public final class Inputs {
  private static final String STDIN = "-";

  /** The name of standard input in findings. */
  static final String STDIN_NAME = "<stdin>";

  private final Path directory;
  private final Optional<InputStream> stdin;
  private final boolean manifests;
  private final boolean declarations;
  private boolean stdinIsRead;

  private Inputs(
      Path directory, Optional<InputStream> stdin, boolean manifests, boolean declarations) {
    this.directory = directory;
    this.stdin = stdin;
    this.manifests = manifests;
    this.declarations = declarations;
  }

  /**
   * Returns inputs without standard input.
   *
   * @param directory the base of relative names
   */
  public static Inputs of(Path directory) {
    return new Inputs(directory, Optional.empty(), false, true);
  }

  /**
   * Returns inputs in which {@code -}, or an empty list of names, means standard input.
   *
   * @param directory the base of relative names
   */
  public static Inputs of(Path directory, InputStream stdin) {
    return new Inputs(directory, Optional.of(stdin), false, true);
  }

  /**
   * Returns the same inputs for manifests: directories contribute their {@code *.json} as well, and
   * a text may be as large as all objects of a cluster.
   */
  public Inputs ofManifests() {
    return new Inputs(directory, stdin, true, false);
  }

  /** Returns the same inputs for declarations and manifests side by side. */
  public Inputs ofBoth() {
    return new Inputs(directory, stdin, true, true);
  }

  /**
   * Reads all inputs, in the order of the names.
   *
   * @throws Failure if a file cannot be read, or a directory or pattern matches no file
   */
  public List<Source> read(List<String> names) {
    List<Source> sources = new ArrayList<>();
    for (String name : names.isEmpty() && stdin.isPresent() ? List.of(STDIN) : names) {
      if (!name.equals(STDIN) || stdin.isEmpty()) {
        for (InputFile file : files(name)) {
          sources.add(read(file));
        }
      } else if (stdinIsRead) {
        throw new Failure("standard input can be read only once. Pass `-` once");
      } else {
        stdinIsRead = true;
        sources.add(read(stdin.get()));
      }
    }
    return sources;
  }

  /**
   * Returns the files for a name, in alphabetical order, without reading them.
   *
   * @throws Failure if there are none
   */
  public List<InputFile> files(String name) {
    if (name.isEmpty()) {
      throw new Failure(
          "the name of a file is empty. Pass a name, or `.` for the current directory");
    }
    Path path = path(name);
    if (Files.isDirectory(directory.resolve(path))) {
      return entries(name, path);
    }
    if (Glob.isGlob(name) && !Files.exists(directory.resolve(path))) {
      return matches(name);
    }
    return List.of(new InputFile(path, Optional.empty()));
  }

  /**
   * Reads a file. A problem with its text becomes a finding later.
   *
   * @throws Failure if it cannot be read
   */
  public Source read(InputFile file) {
    Source source = source(file);
    return file.directory().isEmpty() ? source : source.foundIn(shown(file.directory().get()));
  }

  private static String shown(Path path) {
    String name = path.toString();
    return name.isEmpty() ? "." : name;
  }

  private Source source(InputFile file) {
    String name = file.path().toString();
    Optional<String> refused = file.refused(directory);
    if (refused.isPresent()) {
      return Source.unread(name, refused.get());
    }
    try (InputStream in = file.from(directory).open()) {
      return decoded(name, in);
    } catch (IOException e) {
      throw Failure.of("read", name, e);
    }
  }

  private Source read(InputStream in) {
    try {
      return decoded(STDIN_NAME, in);
    } catch (IOException e) {
      throw Failure.of("read", STDIN_NAME, e);
    }
  }

  private List<InputFile> entries(String name, Path path) {
    try (Stream<Path> entries = Files.list(directory.resolve(path))) {
      List<Path> files =
          entries
              .filter(entry -> isRead(entry.toString()) && !Files.isDirectory(entry))
              .map(entry -> named(path.resolve(entry.getFileName())))
              .sorted()
              .toList();
      if (files.isEmpty()) {
        throw new Failure(
            "the directory `"
                + name
                + "` contains no "
                + (manifests ? "`*.yaml`, `*.yml` or `*.json`" : "`*.yaml` or `*.yml`")
                + " file. Check the name");
      }
      return found(files, path);
    } catch (IOException e) {
      throw Failure.of("read", name, e);
    }
  }

  private boolean isRead(String name) {
    return name.endsWith(".yaml") || name.endsWith(".yml") || (manifests && name.endsWith(".json"));
  }

  /**
   * Returns a path that can be opened by its name as text.
   *
   * @throws Failure if it cannot, because a finding could not name it
   */
  static Path named(Path file) {
    boolean leads;
    try {
      leads = Path.of(file.toString()).equals(file);
    } catch (InvalidPathException e) {
      leads = false;
    }
    if (!leads) {
      throw Failure.ofName(file);
    }
    return file;
  }

  private List<InputFile> matches(String name) {
    try {
      Glob glob = new Glob(directory, name);
      List<Path> files = glob.files();
      if (files.isEmpty()) {
        throw new Failure("no file matches `" + name + "`. Check the pattern");
      }
      return found(files, glob.start());
    } catch (IOException e) {
      throw Failure.of("read", name, e);
    }
  }

  private static List<InputFile> found(List<Path> files, Path directory) {
    return files.stream().map(file -> new InputFile(file, Optional.of(directory))).toList();
  }

  /**
   * Returns a name as a path.
   *
   * @throws Failure if the name is not a valid path
   */
  static Path path(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw Failure.of(e);
    }
  }

  private Source decoded(String name, InputStream in) throws IOException {
    return manifests
        ? ManifestBytes.read(name, in, declarations)
        : Source.decode(name, in.readNBytes(Limits.BYTES + 1));
  }
}
