package io.egressalias.internal.files;

import io.egressalias.object.KnownKind;
import io.egressalias.render.Manifest;
import io.egressalias.yaml.ManifestYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A directory with a file for each object, and an index of the files that this tool wrote there,
 * each with the source that it was rendered from. A run deletes the files of its own sources that
 * it does not render any more, and says so. What the index does not name is somebody else's and
 * stays as it is, and so does what is not a file: nothing outside is written to through a link in
 * the directory, though the directory itself may be one.
 *
 * <p>Where two runs at once have different manifests, the files of both may be there. The index
 * names them, so that the next run deletes what it does not write; nothing locks it, so one of two
 * that write it at the same moment may be left out, and its files are then somebody else's.
 */
public final class OutputDirectory {
  /** The name of the index: not an ending that kubectl or a GitOps tool would read. */
  public static final String INDEX = "egress-files.txt";

  /** What files of objects are called. */
  private static final Pattern OBJECT =
      Pattern.compile("([a-z0-9-]+\\.)?(" + kinds() + ")\\.[a-z0-9.-]+\\.yaml");

  private final Path directory;

  /**
   * What was written.
   *
   * @param files the files that hold what was rendered, and the index
   * @param messages what the user is to know: what was deleted, and what should be looked at
   */
  public record Written(List<Path> files, List<String> messages) {}

  /** Returns the directory at a path, which need not exist yet. */
  public OutputDirectory(Path directory) {
    this.directory = directory;
  }

  /**
   * Writes manifests, and deletes the files that earlier runs rendered from the same sources and
   * that are no longer among them. Files that hold what they are to hold are not touched. Where
   * something of somebody else's stands in the way, a link for instance, nothing is written.
   *
   * @param comment what stands above each object; empty: nothing
   * @throws Failure if a file stands in the way, or cannot be written
   */
  public Written write(
      Iterable<Manifest> manifests, Function<Manifest, String> comment, Origins origins) {
    try {
      NavigableMap<String, Manifest> names = names(manifests);
      Files.createDirectories(directory);
      PartialFile.clear(directory);
      refuseOther(INDEX);
      OutputChange change = change(names, origins);
      write(names, comment, change);
      List<Path> files =
          Stream.concat(names.keySet().stream(), Stream.of(INDEX)).map(directory::resolve).toList();
      return new Written(files, change.messages(directory));
    } catch (IOException e) {
      throw Failure.of("write to", directory, e);
    }
  }

  private OutputChange change(NavigableMap<String, Manifest> names, Origins origins)
      throws IOException {
    Origins.In sources = origins.in(directory);
    NavigableMap<String, String> rendered = new TreeMap<>();
    for (Map.Entry<String, Manifest> each : names.entrySet()) {
      rendered.put(each.getKey(), sources.of(each.getValue()));
    }
    Optional<String> index = file(INDEX).readItself();
    return new OutputChange(
        index.map(FileIndex::parse).orElseGet(FileIndex::empty),
        index.isEmpty() ? objects() : new TreeSet<>(),
        rendered,
        sources,
        this::isThere);
  }

  private static String kinds() {
    StringJoiner kinds = new StringJoiner("|");
    for (KnownKind kind : KnownKind.values()) {
      kinds.add(kind.fileName());
    }
    return kinds.toString();
  }

  private boolean isThere(String name) {
    return Files.exists(directory.resolve(name), LinkOption.NOFOLLOW_LINKS);
  }

  /** Returns the files that have the name of an object. */
  private NavigableSet<String> objects() throws IOException {
    NavigableSet<String> found = new TreeSet<>();
    try (Stream<Path> entries = Files.list(directory)) {
      entries
          .map(entry -> entry.getFileName().toString())
          .filter(name -> OBJECT.matcher(name).matches())
          .forEach(found::add);
    }
    return found;
  }

  /** Returns whether it holds what a run has written, or what looks like it. */
  boolean isWritten() {
    try {
      return Files.isDirectory(directory) && (isThere(INDEX) || !objects().isEmpty());
    } catch (IOException e) {
      throw Failure.of("read", directory, e);
    }
  }

  /**
   * Returns manifests by the names of their files in the directory.
   *
   * @throws Failure if one cannot be the name of a file, or two are the same
   */
  static NavigableMap<String, Manifest> names(Iterable<Manifest> manifests) {
    NavigableMap<String, Manifest> names = new TreeMap<>();
    for (Manifest manifest : manifests) {
      String name = manifest.id().fileName();
      if (!FileIndex.isFileName(name)) {
        throw new Failure("`" + name + "` is not a valid file name. Rename the alias");
      }
      if (names.put(name, manifest.light()) != null) {
        throw new Failure(
            "two objects have the file name `" + name + "`. Rename one of their aliases");
      }
    }
    return names;
  }

  private void write(
      NavigableMap<String, Manifest> names, Function<Manifest, String> comment, OutputChange change)
      throws IOException {
    for (String name : change.touched()) {
      refuseOther(name);
    }
    for (Map.Entry<String, Manifest> each : names.entrySet()) {
      refuseForeign(each.getKey(), each.getValue(), comment, change.before());
    }
    // Old and new, until the old ones are gone: a run that ends half way leaves no file unnamed.
    writeIndex(change.rendered(), new TreeSet<>());
    for (Map.Entry<String, Manifest> each : names.entrySet()) {
      file(each.getKey()).put(ManifestYaml.write(List.of(each.getValue()), comment));
    }
    for (String name : change.obsolete()) {
      Files.deleteIfExists(directory.resolve(name));
    }
    writeIndex(change.rendered(), change.dropped());
  }

  private void refuseForeign(
      String name, Manifest manifest, Function<Manifest, String> comment, FileIndex before)
      throws IOException {
    if (!before.has(name)
        && Files.exists(directory.resolve(name))
        && !file(name).holds(ManifestYaml.write(List.of(manifest), comment))
        // Another run may just have written it.
        && !index().has(name)) {
      throw foreign(name);
    }
  }

  /** What is written here is files: a link would lead out of the directory, and is somebody's. */
  private void refuseOther(String name) {
    Path path = directory.resolve(name);
    if (isThere(name) && !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      throw foreign(name);
    }
  }

  private Failure foreign(String name) {
    return new Failure(
        "`"
            + directory.resolve(name)
            + "` already exists and was not written by egress. Move it,"
            + " or write to another directory");
  }

  /**
   * Returns what a run would change.
   *
   * @throws Failure if that cannot be told
   */
  OutputChange planned(NavigableMap<String, Manifest> names, Origins origins) {
    var unused = read(INDEX);
    try {
      return change(names, origins);
    } catch (IOException e) {
      throw Failure.of("read", directory, e);
    }
  }

  /**
   * Returns what a file of the directory holds; empty: there is none.
   *
   * @throws Failure if it cannot be read, or is a link
   */
  Optional<String> read(String name) {
    try {
      return file(name).readItself();
    } catch (IOException e) {
      throw Failure.of("read", directory.resolve(name), e);
    }
  }

  private FileIndex index() throws IOException {
    return file(INDEX).readItself().map(FileIndex::parse).orElseGet(FileIndex::empty);
  }

  /**
   * Writes the index, and keeps in it what it names beside the files of this run: those are other
   * sources', or another run's, which goes on at the same time.
   */
  private void writeIndex(NavigableMap<String, String> rendered, NavigableSet<String> dropped)
      throws IOException {
    file(INDEX).put(index().changed(rendered, dropped).text());
  }

  private WrittenFile file(String name) {
    return new WrittenFile(directory.resolve(name));
  }
}
