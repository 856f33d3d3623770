package io.egressalias.cli;

import io.egressalias.cli.usage.Arguments;
import io.egressalias.cli.usage.Option;
import io.egressalias.cli.usage.Usage;
import io.egressalias.diagnostic.Printable;
import io.egressalias.internal.files.Failure;
import io.egressalias.model.EgressAliases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The verb {@code install}: creates the links with which kubectl and kustomize find the plugin. */
final class InstallCommand implements Verb {
  private static final List<String> KINDS =
      List.of(EgressAliases.KIND, "EgressAliasesTransform", "EgressAliasesLint");

  /** Required, so that the user names what to install. */
  private static final Option KUSTOMIZE_PLUGIN =
      Option.flag("--kustomize-plugin", "install the kustomize plugin").required();

  private static final Option DIR =
      Option.value(
          "--dir",
          "DIR",
          "plugin directory. Default: $KUSTOMIZE_PLUGIN_HOME, else"
              + " $XDG_CONFIG_HOME/kustomize/plugin, else ~/.config/kustomize/plugin");

  private static final Option DRY_RUN =
      Option.flag("--dry-run", "print the links, and create none");

  private static final Usage USAGE =
      new Usage(
          "install",
          List.of(
              "Creates the symbolic links that `kubectl kustomize --enable-alpha-plugins`"
                  + " needs to find"
                  + " this command."),
          Optional.empty(),
          List.of(KUSTOMIZE_PLUGIN, DIR, DRY_RUN),
          List.of(),
          "",
          List.of(
              "egress install --kustomize-plugin",
              "egress install --kustomize-plugin --dir plugins --dry-run"));

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
    boolean dryRun = arguments.has(DRY_RUN);
    Path launcher = launcher();
    Path home =
        arguments.value(DIR).map(terminal.directory()::resolve).orElseGet(InstallCommand::home);
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
    return ExitStatus.DONE;
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

  private static boolean isOurs(Path link, Path launcher) {
    try {
      return Files.isSymbolicLink(link) && Files.isSameFile(link, launcher);
    } catch (IOException e) {
      return false;
    }
  }

  private static Path launcher() {
    String launcher = System.getProperty("egress.launcher");
    if (launcher == null) {
      throw new Failure(
          "only the launcher `egress` can be linked. Run `egress install`, not `java -jar`");
    }
    return Path.of(launcher);
  }

  private static Path home() {
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
