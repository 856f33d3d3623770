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
 * A directory with a file for each object, and an index of the files that this tool wrote there
 * with the source of each. A run deletes the files of its own sources that it no longer renders,
 * and reports them. It does not change files that are not in the index. It does not write through
 * links in the directory; the directory itself may be a link.
 *
 * <p>If two runs with different manifests write at the same time, the files of both may remain. The
 * index names them, so that the next run deletes those that it does not write. The index is not
 * locked: if two runs write it at the same moment, the lines of one may be lost, and its files are
 * then treated as files of others.
 */
public final class OutputDirectory {
  /** The name of the index; kubectl and GitOps tools ignore its extension. */
  public static final String INDEX = "egress-files.txt";

  /** The names of object files. */
  private static final Pattern OBJECT =
      Pattern.compile("([a-z0-9-]+\\.)?(" + kinds() + ")\\.[a-z0-9.-]+\\.yaml");

  private final Path directory;

  /**
   * The result of a run.
   *
   * @param files the files with the rendered manifests, and the index
   * @param messages messages for the user about deleted files and files to check
   */
  public record Written(List<Path> files, List<String> messages) {}

  /** Returns the directory at a path, which does not need to exist. */
  public OutputDirectory(Path directory) {
    this.directory = directory;
  }

  /**
   * Writes manifests, and deletes the files that earlier runs rendered from the same sources and
   * that are no longer rendered. Files with the right content are not touched. If a file or link
   * that this tool did not write is in the way, writes nothing.
   *
   * @param comment the comment at the start of each document; empty: none
   * @throws Failure if a file is in the way, or cannot be written
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

  /** Returns whether it contains files that a run wrote, or files that look like them. */
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
   * @throws Failure if a name is not a valid file name, or two are equal
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
    // The index names old and new files until the old ones are deleted, so that an interrupted run
    // leaves no file without a line.
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
        // Another run may have written it in the meantime.
        && !index().has(name)) {
      throw foreign(name);
    }
  }

  /**
   * Only regular files are replaced: a link leads out of the directory, and this tool creates none.
   */
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
   * Returns the changes of a run.
   *
   * @throws Failure if they cannot be determined
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
   * Returns the content of a file of the directory; empty: it does not exist.
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
   * Writes the index, and keeps the lines of files that are not of this run: they belong to other
   * sources, or to a concurrent run.
   */
  private void writeIndex(NavigableMap<String, String> rendered, NavigableSet<String> dropped)
      throws IOException {
    file(INDEX).put(index().changed(rendered, dropped).text());
  }

  private WrittenFile file(String name) {
    return new WrittenFile(directory.resolve(name));
  }
}
