package io.egressalias.internal.files;

import io.egressalias.compile.Compilation;
import io.egressalias.declaration.Source;
import io.egressalias.render.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The sources of a run, and the source of each object.
 *
 * <p>In the index of an output directory, the name of a source is its path relative to that
 * directory, so that it is the same in every working directory and every checkout. If the source
 * and the directory share only the root, the name is the absolute path. Standard input and pipes
 * share one name.
 */
public final class Origins {
  /** The name of standard input and pipes. */
  static final String STDIN = "-";

  private final Path base;
  private final List<String> sources;
  private final List<Path> directories;
  private final Function<Manifest, String> source;
  private final boolean ownsAll;

  private Origins(
      Path base,
      List<String> sources,
      List<Path> directories,
      Function<Manifest, String> source,
      boolean ownsAll) {
    this.base = base;
    this.sources = List.copyOf(sources);
    this.directories = List.copyOf(directories);
    this.source = source;
    this.ownsAll = ownsAll;
  }

  /**
   * Returns the sources of a run.
   *
   * @param base the base of relative names
   * @param sources the names of all sources
   * @param source returns the source of an object, one of {@code sources}
   */
  public static Origins of(Path base, List<String> sources, Function<Manifest, String> source) {
    return new Origins(base, sources, List.of(), source, false);
  }

  /** Returns the sources of a compilation. */
  public static Origins of(Path base, Compilation compilation) {
    return of(
        base,
        compilation.sources().stream().map(Source::name).toList(),
        manifest -> compilation.place(manifest).file());
  }

  /**
   * Returns the same sources plus the directories that the user named: a deleted file of such a
   * directory counts as a source of the run.
   */
  public Origins named(List<String> names) {
    List<Path> found = new ArrayList<>();
    for (String name : names) {
      Path path = base.resolve(Inputs.path(name));
      if (Files.isDirectory(path)) {
        found.add(path);
      }
    }
    return new Origins(base, sources, found, source, ownsAll);
  }

  /** Returns the same sources for an output directory that only this run writes to. */
  public Origins owningAll() {
    return new Origins(base, sources, directories, source, true);
  }

  /** Returns the sources with their names in an output directory. */
  In in(Path output) throws IOException {
    return new In(output.toRealPath());
  }

  /** The sources with their names in one output directory. */
  final class In {
    private final Path output;
    private final Set<String> current = new LinkedHashSet<>();
    private final Set<Path> covered = new LinkedHashSet<>();

    private In(Path output) throws IOException {
      this.output = output;
      for (String each : sources) {
        current.add(id(each));
      }
      for (Path directory : directories) {
        covered.add(directory.toRealPath());
      }
    }

    /** Returns the name of the source of an object. */
    String of(Manifest manifest) throws IOException {
      return id(source.apply(manifest));
    }

    /**
     * Returns whether a source belongs to this run, or belonged to it before the source was
     * deleted.
     */
    boolean owns(String id) {
      if (ownsAll) {
        return !id.equals(FileIndex.UNKNOWN);
      }
      return current.contains(id) || (isGone(id) && isCovered(output.resolve(id).normalize()));
    }

    private boolean isCovered(Path file) {
      Path parent = file.getParent();
      return parent != null && covered.contains(parent);
    }

    /** Returns whether a source was a file that no longer exists. */
    boolean isGone(String id) {
      return !id.equals(FileIndex.UNKNOWN)
          && !id.equals(STDIN)
          && id.indexOf('\\') < 0
          && id.indexOf('\0') < 0
          && Files.notExists(output.resolve(id));
    }

    private String id(String name) throws IOException {
      Path path = base.resolve(name).toAbsolutePath();
      if (name.equals(Inputs.STDIN_NAME) || isPipe(path)) {
        return STDIN;
      }
      Path parent = path.resolveSibling("");
      Path real = Files.exists(parent) ? parent.toRealPath() : parent.normalize();
      Path file = real.resolve(path.getFileName());
      boolean isNear =
          file.getNameCount() > 0
              && output.getNameCount() > 0
              && file.getName(0).equals(output.getName(0));
      return oneLine((isNear ? output.relativize(file) : file).toString());
    }

    private static boolean isPipe(Path path) throws IOException {
      return Files.exists(path) && FileKind.of(path) != FileKind.REGULAR;
    }
  }

  /** A line break in the name of a file would start another line of the index. */
  private static String oneLine(String name) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '\\' || Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
        line.append("\\u%04x".formatted((int) c));
      } else {
        line.append(c);
      }
    }
    return line.toString();
  }
}
