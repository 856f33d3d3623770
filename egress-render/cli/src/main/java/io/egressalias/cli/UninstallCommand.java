package io.egressalias.cli;

import io.egressalias.cli.InstalledFiles.Entry;
import io.egressalias.cli.usage.Arguments;
import io.egressalias.cli.usage.Option;
import io.egressalias.cli.usage.Usage;
import io.egressalias.diagnostic.Printable;
import io.egressalias.internal.files.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
  public int run(Arguments arguments) throws IOException {
    Path prefix = InstallCommand.prefix(arguments, terminal);
    List<Entry> entries = new ArrayList<>(InstalledFiles.read(prefix));
    if (entries.isEmpty()) {
      throw new Failure(
          "there is no installation in `"
              + prefix
              + "`. Pass the `--prefix` that `egress install` had");
    }
    String done = arguments.has(DRY_RUN) ? "would remove " : "removed ";
    for (Entry entry : entries) {
      if (entry.kind() != InstalledFiles.Kind.directory && entry.isUnchanged()) {
        terminal.print(Printable.line(done + entry.path()) + "\n");
      }
    }
    if (!arguments.has(DRY_RUN)) {
      remove(prefix, entries);
    }
    return ExitStatus.DONE;
  }

  private void remove(Path prefix, List<Entry> entries) throws IOException {
    List<Entry> directories =
        entries.stream().filter(e -> e.kind() == InstalledFiles.Kind.directory).toList();
    entries.removeAll(directories);
    for (Path kept : InstalledFiles.delete(entries)) {
      terminal.complain(
          "egress: `" + kept + "` was changed since and is kept. Delete it yourself.\n");
    }
    // Last, so that a removal that is interrupted can be repeated.
    Files.delete(InstalledFiles.index(prefix));
    deleteCache();
    InstalledFiles.delete(directories);
  }

  /** The launcher makes archives of classes there; another run may be making one. */
  private static void deleteCache() throws IOException {
    String base = System.getenv("XDG_CACHE_HOME");
    String home = System.getenv("HOME");
    if ((base == null || base.isEmpty()) && home != null && !home.isEmpty()) {
      base = home + "/.cache";
    }
    Path cache = Path.of(String.valueOf(base), "egress");
    if (base == null || !Files.isDirectory(cache, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    List<Path> archives;
    try (Stream<Path> found = Files.list(cache)) {
      archives = found.filter(UninstallCommand::isOfAnArchive).toList();
    }
    for (Path archive : archives) {
      delete(archive);
    }
    for (Path directory : List.of(cache, Path.of(base))) {
      if (InstalledFiles.isEmpty(directory)) {
        Files.delete(directory);
      }
    }
  }

  private static boolean isOfAnArchive(Path file) {
    String name = file.toString();
    return name.endsWith(".jsa") || name.endsWith(".tried") || name.endsWith(".making");
  }

  private static void delete(Path archive) throws IOException {
    if (Files.isDirectory(archive, LinkOption.NOFOLLOW_LINKS)) {
      try (Stream<Path> parts = Files.list(archive)) {
        for (Path part : parts.toList()) {
          Files.deleteIfExists(part);
        }
      }
    }
    Files.deleteIfExists(archive);
  }
}
