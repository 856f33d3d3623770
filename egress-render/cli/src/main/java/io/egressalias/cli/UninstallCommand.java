package io.egressalias.cli;

import io.egressalias.cli.InstalledFiles.Entry;
import io.egressalias.cli.usage.Arguments;
import io.egressalias.cli.usage.Option;
import io.egressalias.cli.usage.Usage;
import io.egressalias.diagnostic.Printable;
import io.egressalias.internal.files.Failure;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The verb {@code uninstall}: removes what {@code install} created. */
final class UninstallCommand implements Verb {
  private static final Option DRY_RUN =
      Option.flag("--dry-run", "print what would be removed, and remove nothing");

  private static final Usage USAGE =
      new Usage(
          "uninstall",
          List.of(
              "Removes what `egress install` created: files, links, and directories that are empty"
                  + " then. A file that was changed since is kept. Also removes the archives of classes"
                  + " in the cache directory."),
          Optional.empty(),
          List.of(InstallCommand.PREFIX, DRY_RUN),
          List.of(),
          "",
          List.of("egress uninstall", "egress uninstall --prefix /usr/local --dry-run"));

  private final Terminal terminal;

  UninstallCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Usage usage() {
    return USAGE;
  }

  @Override
  public int run(Arguments arguments) {
    Path prefix = InstallCommand.prefix(arguments, terminal);
    List<Entry> entries = InstalledFiles.read(prefix);
    if (entries.isEmpty()) {
      throw new Failure(
          "there is no installation in `"
              + prefix
              + "`. Pass the `--prefix` that `egress install` had");
    }
    List<Path> removed;
    try {
      removed = paths(entries);
      if (!arguments.has(DRY_RUN)) {
        remove(prefix, entries);
      }
    } catch (IOException e) {
      throw InstallCommand.failure("uninstall from", prefix, e);
    }
    String done = arguments.has(DRY_RUN) ? "would remove " : "removed ";
    for (Path path : removed) {
      terminal.print(Printable.line(done + path) + "\n");
    }
    return ExitStatus.DONE;
  }

  private static List<Path> paths(List<Entry> entries) throws IOException {
    Set<Path> paths = new LinkedHashSet<>();
    for (Entry entry : entries) {
      if (entry.kind() != InstalledFiles.Kind.directory && entry.isUnchanged()) {
        paths.add(entry.path());
      }
    }
    return List.copyOf(paths);
  }

  private void remove(Path prefix, List<Entry> entries) throws IOException {
    List<Entry> directories =
        entries.stream().filter(e -> e.kind() == InstalledFiles.Kind.directory).toList();
    List<Entry> files = new ArrayList<>(entries);
    files.removeAll(directories);
    for (Path kept : InstalledFiles.delete(files)) {
      terminal.complain(
          "egress: `" + kept + "` was changed since and is kept. Delete it yourself.\n");
    }
    // The launcher makes archives of classes there.
    deleteArchives(prefix.resolve("lib/egress/lib"));
    Optional<Path> cache = cache();
    if (cache.isPresent()) {
      deleteArchives(cache.get());
      deleteIfEmpty(cache.get());
    }
    // Last, so that a removal that is interrupted can be repeated.
    Files.delete(InstalledFiles.index(prefix));
    InstalledFiles.delete(directories);
  }

  /** Returns the directory in which the launcher makes archives. */
  static Optional<Path> cache() {
    String base = System.getenv("XDG_CACHE_HOME");
    if (base != null && base.startsWith("/")) {
      return Optional.of(Path.of(base, "egress"));
    }
    String home = System.getenv("HOME");
    return home != null && home.startsWith("/")
        ? Optional.of(Path.of(home, ".cache", "egress"))
        : Optional.empty();
  }

  /** Another run may be making an archive, so that files may come and go. */
  private static void deleteArchives(Path directory) throws IOException {
    if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    List<Path> archives;
    try (Stream<Path> found = Files.list(directory)) {
      archives = found.filter(UninstallCommand::isOfAnArchive).toList();
    }
    for (Path archive : archives) {
      if (Files.isDirectory(archive, LinkOption.NOFOLLOW_LINKS)) {
        try (Stream<Path> parts = Files.list(archive)) {
          for (Path part : parts.toList()) {
            deleteIfEmpty(part);
          }
        }
      }
      deleteIfEmpty(archive);
    }
  }

  /** Deletes a file, or a directory if it is empty. */
  private static void deleteIfEmpty(Path file) throws IOException {
    try {
      Files.deleteIfExists(file);
    } catch (DirectoryNotEmptyException e) {
      return;
    }
  }

  private static boolean isOfAnArchive(Path file) {
    String name = file.toString();
    return name.endsWith(".jsa") || name.endsWith(".tried") || name.endsWith(".making");
  }
}
