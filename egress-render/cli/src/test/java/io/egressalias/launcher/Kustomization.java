package io.egressalias.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The two ways in which kustomize runs the command over a directory. */
final class Kustomization {
  private static final String CONFIGURATION =
      "(?m)^( *)kind: (EgressAliases|EgressAliasesTransform|EgressAliasesLint)\\n"
          + " *metadata:\\n"
          + "( *)name: .*\\n";

  private Kustomization() {}

  /** kubectl finds a plugin by the kind of the configuration, in a prepared directory. */
  static Program kubectl(Path scratch) throws IOException, InterruptedException {
    Program kubectl = Program.onPath("kubectl");
    Path plugins = scratch.resolve("plugins");
    Program.Outcome installed =
        Program.launcher()
            .with("install", "--kustomize-plugin", "--dir", plugins.toString())
            .run(scratch);
    if (installed.status() != 0) {
      throw new AssertionError(installed.toString());
    }
    return kubectl
        .with("kustomize", "--enable-alpha-plugins")
        .set("KUSTOMIZE_PLUGIN_HOME", plugins.toString())
        // kustomize leaves a file there when a plugin fails.
        .set("TMPDIR", scratch.toString());
  }

  /** kustomize finds a function by the annotation of the configuration. */
  static Program kustomize(Path scratch) {
    return Program.named("EGRESS_KUSTOMIZE", "kustomize")
        .with("build", "--enable-alpha-plugins", "--enable-exec")
        .set("KUSTOMIZE_PLUGIN_HOME", scratch.resolve("none").toString());
  }

  /** Adds the annotation to each configuration in a text. */
  static String annotated(String text) {
    return text.replaceAll(
        CONFIGURATION,
        "$0$3annotations:\n$3  config.kubernetes.io/function: |\n$3    exec:\n$3      path: "
            + Program.launcherPath()
            + "\n");
  }

  /** Returns the directory of a case to build: its overlay, if it has one. */
  static Path built(Path directory) {
    Path overlay = directory.resolve("overlay");
    return Files.isDirectory(overlay) ? overlay : directory;
  }
}
