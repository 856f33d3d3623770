package io.egressalias.internal.files;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * A pattern of file names: {@code *}, {@code ?}, {@code [abc]} and {@code {a,b}} within a name, and
 * {@code **} for any number of directories, including none, as in Ant and Maven.
 */
final class Glob {
  private static final String ANY_DIRECTORIES = "**";
  private static final String SPECIAL = "*?[{";

  private final Path directory;
  private final String pattern;

  Glob(Path directory, String pattern) {
    this.directory = directory;
    this.pattern = pattern;
  }

  static boolean isGlob(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (SPECIAL.indexOf(name.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Returns the files that match, in alphabetical order. */
  List<Path> files() throws IOException {
    NavigableSet<Path> found = new TreeSet<>();
    Path start = Path.of(pattern.startsWith("/") ? "/" : "");
    expand(start, List.of(pattern.replaceFirst("^/+", "").split("/+", -1)), found);
    return List.copyOf(found);
  }

  /** Returns the directory that contains all files: the part before the first pattern. */
  Path start() {
    Path start = Path.of(pattern.startsWith("/") ? "/" : "");
    for (String segment : pattern.replaceFirst("^/+", "").split("/+", -1)) {
      if (isGlob(segment)) {
        return start;
      }
      start = start.resolve(segment);
    }
    return start;
  }

  private void expand(Path parent, List<String> segments, NavigableSet<Path> found)
      throws IOException {
    if (segments.isEmpty()) {
      Path file = directory.resolve(parent);
      // Files that are not regular are found as well, so that a message can refuse them.
      if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(file)) {
        found.add(Inputs.named(parent));
      }
      return;
    }
    String first = segments.get(0);
    List<String> rest = segments.subList(1, segments.size());
    if (first.equals(ANY_DIRECTORIES)) {
      expand(parent, rest.isEmpty() ? List.of("*") : rest, found);
      for (Path child : children(parent, name -> true)) {
        // A link could lead to a parent directory.
        if (Files.isDirectory(directory.resolve(child), LinkOption.NOFOLLOW_LINKS)) {
          expand(child, segments, found);
        }
      }
    } else if (isGlob(first)) {
      for (Path child : children(parent, matcher(first))) {
        expand(child, rest, found);
      }
    } else {
      expand(parent.resolve(first), rest, found);
    }
  }

  private List<Path> children(Path parent, PathMatcher names) throws IOException {
    if (!Files.isDirectory(directory.resolve(parent))) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(directory.resolve(parent))) {
      return entries.map(Path::getFileName).filter(names::matches).map(parent::resolve).toList();
    }
  }

  private PathMatcher matcher(String segment) {
    try {
      return FileSystems.getDefault().getPathMatcher("glob:" + segment);
    } catch (PatternSyntaxException e) {
      throw new Failure(
          "`" + pattern + "` is not a valid pattern of file names: " + e.getDescription());
    }
  }
}
