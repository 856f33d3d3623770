package io.egressalias.cli;

import io.egressalias.cli.InstalledFiles.Entry;
import io.egressalias.cli.InstalledFiles.Kind;
import io.egressalias.internal.files.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The files and links below a prefix that make the command available. */
final class Installation {
  private final Path prefix;
  private final Path launcher;
  private final Map<Path, byte[]> files = new LinkedHashMap<>();
  private final Map<Path, Path> links = new LinkedHashMap<>();
  private final Set<Path> executables = new LinkedHashSet<>();
  private final List<Path> later = new ArrayList<>();

  /**
   * Creates an installation without files.
   *
   * @param launcher the command that is installed
   */
  Installation(Path prefix, Path launcher) {
    this.prefix = prefix;
    this.launcher = launcher;
  }

  /** Adds a file. */
  void file(String name, byte[] content) {
    files.put(prefix.resolve(name), content);
  }

  /** Adds a text. */
  void file(String name, String text) {
    file(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds a file that can be executed. */
  void executable(String name, byte[] content) {
    file(name, content);
    executables.add(prefix.resolve(name));
  }

  /** Adds a symbolic link. */
  void link(Path link, Path target) {
    links.put(link, target);
  }

  /** Adds a directory that the installed command may create later. */
  void directory(Path directory) {
    later.add(directory);
  }

  /** Returns the paths of the files and links, in the order of their creation. */
  List<Path> paths() {
    List<Path> paths = new ArrayList<>(files.keySet());
    paths.addAll(links.keySet());
    return paths;
  }

  /**
   * Creates everything, and replaces what an earlier installation created below the same prefix.
   *
   * @throws Failure if a path has something else; nothing is changed then
   */
  void create() throws IOException {
    List<Entry> earlier = InstalledFiles.read(prefix);
    for (Path path : paths()) {
      refuseForeign(path, earlier);
    }
    List<Entry> entries = entries(earlier);
    // Both states are in the index until the end, so that an installation that is interrupted can
    // be repeated or removed.
    List<Entry> both = new ArrayList<>(earlier);
    both.addAll(entries);
    write(InstalledFiles.index(prefix), InstalledFiles.text(both), false);
    for (Map.Entry<Path, byte[]> file : files.entrySet()) {
      write(file.getKey(), file.getValue(), executables.contains(file.getKey()));
    }
    for (Map.Entry<Path, Path> link : links.entrySet()) {
      Files.createDirectories(link.getKey().resolveSibling(""));
      Files.deleteIfExists(link.getKey());
      Files.createSymbolicLink(link.getKey(), link.getValue());
    }
    Set<Path> current = new LinkedHashSet<>();
    entries.forEach(entry -> current.add(entry.path()));
    earlier.removeIf(entry -> current.contains(entry.path()));
    InstalledFiles.delete(earlier);
    write(InstalledFiles.index(prefix), InstalledFiles.text(entries), false);
  }

  private void refuseForeign(Path path, List<Entry> earlier) throws IOException {
    // The links of the plugin may already be for the command that is installed.
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS) || InstallCommand.isOurs(path, launcher)) {
      return;
    }
    for (Entry entry : earlier) {
      if (entry.path().equals(path) && entry.isUnchanged()) {
        return;
      }
    }
    throw new Failure(
        "`"
            + path
            + "` already exists, and not as an installation below this prefix left it. Delete it, or"
            + " move it");
  }

  private List<Entry> entries(List<Entry> earlier) {
    Set<Path> directories = new LinkedHashSet<>();
    for (Entry entry : earlier) {
      if (entry.kind() == Kind.directory) {
        directories.add(entry.path());
      }
    }
    addMissing(InstalledFiles.index(prefix), directories);
    paths().forEach(path -> addMissing(path, directories));
    for (Path directory : later) {
      addMissing(directory.resolve("archive"), directories);
    }
    List<Entry> entries = new ArrayList<>();
    directories.forEach(each -> entries.add(new Entry(Kind.directory, "", each)));
    files.forEach(
        (path, content) -> entries.add(new Entry(Kind.file, InstalledFiles.digest(content), path)));
    links.forEach((path, target) -> entries.add(new Entry(Kind.link, target.toString(), path)));
    return entries;
  }

  /** Adds the directories of a path that do not exist, the outermost first. */
  private static void addMissing(Path path, Set<Path> directories) {
    Path parent = path.getParent();
    if (parent != null && !Files.exists(parent)) {
      addMissing(parent, directories);
      directories.add(parent);
    }
  }

  /** Replaces a file atomically, because the command may be running from it. */
  private static void write(Path file, byte[] content, boolean executable) throws IOException {
    Files.createDirectories(file.resolveSibling(""));
    Path partial = Files.createTempFile(file.resolveSibling(""), ".egress", ".part");
    try {
      Files.write(partial, content);
      Files.setPosixFilePermissions(
          partial, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
      Files.move(
          partial, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(partial);
    }
  }
}
