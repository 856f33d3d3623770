package io.egressalias.cli;

import io.egressalias.cli.usage.Arguments;
import io.egressalias.cli.usage.Option;
import io.egressalias.cli.usage.Usage;
import io.egressalias.diagnostic.Printable;
import io.egressalias.internal.files.Failure;
import io.egressalias.model.EgressAliases;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The verb {@code install}: makes the command available to shells, kubectl and kustomize. */
final class InstallCommand implements Verb {
  private static final List<String> KINDS =
      List.of(EgressAliases.KIND, "EgressAliasesTransform", "EgressAliasesLint");

  private static final String LAUNCHER = "lib/egress/bin/egress";

  static final Option PREFIX =
      Option.value(
          "--prefix",
          "DIR",
          "directory with bin, lib and share, without links of the plugin. Default: ~/.local, with"
              + " them");

  private static final Option KUSTOMIZE_PLUGIN =
      Option.flag(
          "--kustomize-plugin",
          "create only the links of the kustomize plugin, to this command where it is now");

  private static final Option DIR =
      Option.value(
          "--dir",
          "DIR",
          "plugin directory. Default: $KUSTOMIZE_PLUGIN_HOME, else"
              + " $XDG_CONFIG_HOME/kustomize/plugin, else ~/.config/kustomize/plugin");

  private static final Option DRY_RUN =
      Option.flag("--dry-run", "print what would be created, and create nothing");

  private static final Usage USAGE =
      new Usage(
          "install",
          List.of(
              "Installs this command: copies it to PREFIX/lib/egress, links PREFIX/bin/egress, adds"
                  + " completions and manual pages below PREFIX/share, and creates the links with"
                  + " which `kubectl kustomize --enable-alpha-plugins` finds it as a plugin."
                  + " `egress uninstall` removes all of it."),
          Optional.empty(),
          List.of(PREFIX, KUSTOMIZE_PLUGIN, DIR, DRY_RUN),
          List.of(),
          "",
          List.of(
              "egress install",
              "egress install --prefix /usr/local --dry-run",
              "egress install --kustomize-plugin --dir plugins"));

  private final Terminal terminal;

  InstallCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Usage usage() {
    return USAGE;
  }

  @Override
  public int run(Arguments arguments) {
    if (arguments.has(KUSTOMIZE_PLUGIN)) {
      linkPlugin(plugins(arguments), arguments.has(DRY_RUN));
      return ExitStatus.DONE;
    }
    Path prefix = prefix(arguments, terminal);
    Installation installation = installation(prefix);
    // The plugin directory is that of the user, and another prefix may be for all users.
    if (!arguments.has(PREFIX) || arguments.has(DIR)) {
      Path installed = prefix.resolve(LAUNCHER);
      Path plugins = plugins(arguments);
      KINDS.forEach(kind -> installation.link(link(plugins, kind), installed));
    }
    if (!arguments.has(DRY_RUN)) {
      create(installation, prefix);
    }
    String done = arguments.has(DRY_RUN) ? "would create " : "created ";
    for (Path path : installation.paths()) {
      terminal.print(Printable.line(done + path) + "\n");
    }
    Path bin = prefix.resolve("bin");
    if (!isOnPath(bin)) {
      terminal.complain(
          "egress: `" + bin + "` is not on the PATH. Add it: export PATH=\"" + bin + ":$PATH\"\n");
    }
    return ExitStatus.DONE;
  }

  private Path plugins(Arguments arguments) {
    Path plugins =
        arguments
            .value(DIR)
            .map(terminal.directory()::resolve)
            .orElseGet(InstallCommand::pluginHome);
    return withoutControls(plugins.toAbsolutePath().normalize());
  }

  /** The index has a line for each path. */
  private static Path withoutControls(Path path) {
    if (path.toString().chars().anyMatch(c -> c < ' ')) {
      throw new Failure("`" + path + "` has a control character. Use another directory");
    }
    return path;
  }

  private static void create(Installation installation, Path prefix) {
    try {
      installation.create();
    } catch (IOException e) {
      throw failure("install in", prefix, e);
    }
  }

  /** Returns the failure of an operation below a prefix, with the file if it is known. */
  static Failure failure(String doing, Path prefix, IOException e) {
    boolean named = e instanceof FileSystemException failed && failed.getFile() != null;
    return Failure.of(doing, named ? ((FileSystemException) e).getFile() : prefix, e);
  }

  /** Returns the directory of an installation. */
  static Path prefix(Arguments arguments, Terminal terminal) {
    Optional<String> prefix = arguments.value(PREFIX);
    if (prefix.isPresent()) {
      return withoutControls(
          terminal.directory().resolve(prefix.get()).toAbsolutePath().normalize());
    }
    String home = System.getenv("HOME");
    if (home == null || home.isEmpty()) {
      throw new Failure("HOME is not set. Pass `--prefix`");
    }
    return withoutControls(Path.of(home, ".local").toAbsolutePath().normalize());
  }

  private Installation installation(Path prefix) {
    Path launcher = launcher();
    Path jar = ofTheLauncher("egress.jar");
    Installation installation = new Installation(prefix, launcher);
    installation.file("lib/egress/lib/" + jar.getFileName(), read(jar));
    installation.executable(LAUNCHER, read(launcher));
    installation.link(prefix.resolve("bin/egress"), prefix.resolve(LAUNCHER));
    UninstallCommand.cache().ifPresent(installation::directory);
    SharedFiles.texts(terminal).forEach((name, text) -> installation.file("share/" + name, text));
    return installation;
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw Failure.of("read", file, e);
    }
  }

  private static boolean isOnPath(Path directory) {
    String path = System.getenv("PATH");
    return path != null && List.of(path.split(File.pathSeparator)).contains(directory.toString());
  }

  private void linkPlugin(Path home, boolean dryRun) {
    Path launcher = launcher();
    List<Path> links = KINDS.stream().map(kind -> link(home, kind)).toList();
    links.forEach(link -> refuseForeign(link, launcher));
    for (Path link : links) {
      if (isOurs(link, launcher)) {
        terminal.print(Printable.line(link + " already exists") + "\n");
      } else {
        String done = dryRun ? "would link " : "linked ";
        terminal.print(Printable.line(done + link + " -> " + launcher) + "\n");
        if (!dryRun) {
          make(link, launcher);
        }
      }
    }
  }

  private static Path link(Path home, String kind) {
    return home.resolve(EgressAliases.API_VERSION)
        .resolve(kind.toLowerCase(Locale.ROOT))
        .resolve(kind);
  }

  private static void make(Path link, Path launcher) {
    try {
      Files.createDirectories(link.resolveSibling(""));
      Files.createSymbolicLink(link, launcher);
    } catch (IOException e) {
      // Another process may have created the link in the meantime.
      if (!isOurs(link, launcher)) {
        throw Failure.of("link", link, e);
      }
    }
  }

  private static void refuseForeign(Path link, Path launcher) {
    if (Files.exists(link, LinkOption.NOFOLLOW_LINKS) && !isOurs(link, launcher)) {
      throw new Failure(
          "`" + link + "` already exists and does not link to this command. Delete it");
    }
  }

  /** Returns whether a path is a symbolic link to the launcher. */
  static boolean isOurs(Path link, Path launcher) {
    try {
      return Files.isSymbolicLink(link) && Files.isSameFile(link, launcher);
    } catch (IOException e) {
      return false;
    }
  }

  private static Path launcher() {
    return ofTheLauncher("egress.launcher");
  }

  /** Returns a path that only the launcher passes. */
  private static Path ofTheLauncher(String property) {
    String path = System.getProperty(property);
    if (path == null) {
      throw new Failure(
          "this needs the shell script `egress`, which runs on Linux and macOS. Run it, not"
              + " `java -jar`");
    }
    return Path.of(path);
  }

  private static Path pluginHome() {
    Stream<@Nullable String> candidates =
        Stream.of(
            System.getenv("KUSTOMIZE_PLUGIN_HOME"),
            below(System.getenv("XDG_CONFIG_HOME"), "/kustomize/plugin"),
            below(System.getenv("HOME"), "/.config/kustomize/plugin"));
    return candidates
        .filter(path -> path != null && !path.isEmpty())
        .findFirst()
        .map(Path::of)
        .orElseThrow(() -> new Failure("cannot determine the plugin directory. Pass `--dir`"));
  }

  private static @Nullable String below(@Nullable String parent, String child) {
    return parent == null || parent.isEmpty() ? null : parent + child;
  }
}
