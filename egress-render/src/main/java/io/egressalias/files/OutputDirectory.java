package io.egressalias.files;

import io.egressalias.render.Manifest;
import io.egressalias.yaml.ManifestYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A directory with a file for each object, and an index of the files that this tool wrote there.
 * What the index does not name is somebody else's and stays as it is, and so does what is not a
 * file: nothing outside is written to through a link in the directory, though the directory itself
 * may be one.
 *
 * <p>Where two runs at once have different manifests, the files of both may be there. The index
 * names them, so that the next run deletes what it does not write; nothing locks it, so one of two
 * that write it at the same moment may be left out, and its files are then somebody else's.
 */
public final class OutputDirectory {
  /** The name of the index: not an ending that kubectl or a GitOps tool would read. */
  public static final String INDEX = "egress-files.txt";

  private static final String HEADER =
      "# Written by egress, which deletes these files and no others.\n";

  /** What an index can name: a name that we give, which leads nowhere else. */
  private static final Pattern FILE_NAME = Pattern.compile("[a-z0-9][a-z0-9.-]*\\.yaml");

  private final Path directory;

  /** Returns the directory at a path, which need not exist yet. */
  public OutputDirectory(Path directory) {
    this.directory = directory;
  }

  /**
   * Writes manifests, and deletes the files of earlier runs that are no longer among them. Files
   * that hold what they are to hold are not touched. Where something of somebody else's stands in
   * the way, a link for instance, nothing is written.
   *
   * @param comment what stands above each object; empty: nothing
   * @return the files that are now this tool's, the index among them
   * @throws Failure if a file stands in the way, or cannot be written
   */
  public List<Path> write(List<Manifest> manifests, Function<Manifest, String> comment) {
    try {
      Map<String, String> files = files(manifests, comment);
      Files.createDirectories(directory);
      Draft.clear(directory);
      refuseOther(INDEX);
      write(files, index());
      return Stream.concat(files.keySet().stream(), Stream.of(INDEX))
          .map(directory::resolve)
          .toList();
    } catch (IOException e) {
      throw Failure.of("write to", directory, e);
    }
  }

  private static Map<String, String> files(
      List<Manifest> manifests, Function<Manifest, String> comment) {
    Map<String, String> files = new TreeMap<>();
    names(manifests)
        .forEach((name, each) -> files.put(name, ManifestYaml.write(List.of(each), comment)));
    return files;
  }

  /**
   * Returns manifests by the names of their files in the directory.
   *
   * @throws Failure if one cannot be the name of a file, or two are the same
   */
  public static NavigableMap<String, Manifest> names(List<Manifest> manifests) {
    NavigableMap<String, Manifest> names = new TreeMap<>();
    for (Manifest manifest : manifests) {
      String name = name(manifest);
      if (!FILE_NAME.matcher(name).matches()) {
        throw new Failure("`" + name + "` cannot be the name of a file. Name the alias otherwise");
      }
      if (names.put(name, manifest) != null) {
        throw new Failure(
            "two objects have the file name `" + name + "`. Name one of them otherwise");
      }
    }
    return names;
  }

  private static String name(Manifest manifest) {
    String namespace = manifest.namespace().map(n -> n + ".").orElse("");
    return (namespace + manifest.kind() + "." + manifest.name() + ".yaml").toLowerCase(Locale.ROOT);
  }

  private void write(Map<String, String> files, NavigableSet<String> before) throws IOException {
    NavigableSet<String> both = new TreeSet<>(before);
    both.addAll(files.keySet());
    for (String name : both) {
      refuseOther(name);
    }
    for (Map.Entry<String, String> file : files.entrySet()) {
      refuseForeign(file.getKey(), file.getValue(), before);
    }
    // Both, until the old ones are gone: a run that ends half way leaves no file unaccounted for.
    writeIndex(both, both);
    for (Map.Entry<String, String> file : files.entrySet()) {
      file(file.getKey()).put(file.getValue());
    }
    for (String name : before) {
      if (!files.containsKey(name)) {
        Files.deleteIfExists(directory.resolve(name));
      }
    }
    writeIndex(new TreeSet<>(files.keySet()), both);
  }

  private void refuseForeign(String name, String text, NavigableSet<String> ours)
      throws IOException {
    if (!ours.contains(name)
        && Files.exists(directory.resolve(name))
        && !file(name).holds(text)
        // Another run may just have written it.
        && !index().contains(name)) {
      throw foreign(name);
    }
  }

  /** What is written here is files: a link would lead out of the directory, and is somebody's. */
  private void refuseOther(String name) {
    Path path = directory.resolve(name);
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)
        && !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      throw foreign(name);
    }
  }

  private Failure foreign(String name) {
    return new Failure(
        "`"
            + directory.resolve(name)
            + "` is there and was not written by egress. Move it away,"
            + " or write to another directory");
  }

  /**
   * Returns what the directory holds: of the files with these names, of those that the index names,
   * and the index itself. What is not there is left out.
   *
   * @throws Failure if a file cannot be read
   */
  public NavigableMap<String, String> read(Set<String> names) {
    try {
      NavigableSet<String> all = new TreeSet<>(index());
      all.addAll(names);
      all.add(INDEX);
      NavigableMap<String, String> files = new TreeMap<>();
      for (String name : all) {
        file(name).read().ifPresent(text -> files.put(name, text));
      }
      return files;
    } catch (IOException e) {
      throw Failure.of("read", directory, e);
    }
  }

  private NavigableSet<String> index() throws IOException {
    NavigableSet<String> names = new TreeSet<>();
    try {
      Files.readAllLines(directory.resolve(INDEX)).stream()
          .filter(line -> FILE_NAME.matcher(line).matches())
          .forEach(names::add);
    } catch (NoSuchFileException e) {
      return names;
    }
    return names;
  }

  /**
   * Writes the index, and keeps in it what it names beside the files that we know of: those are
   * another run's, which goes on at the same time.
   */
  private void writeIndex(NavigableSet<String> names, Set<String> known) throws IOException {
    NavigableSet<String> all = index();
    all.removeAll(known);
    all.addAll(names);
    file(INDEX).put(index(all));
  }

  /** Returns what the index holds where these are the files that were written. */
  public static String index(NavigableSet<String> names) {
    return HEADER + String.join("\n", names) + "\n";
  }

  private WrittenFile file(String name) {
    return new WrittenFile(directory.resolve(name));
  }
}
