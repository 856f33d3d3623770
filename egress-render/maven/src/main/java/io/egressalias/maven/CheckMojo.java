package io.egressalias.maven;

import io.egressalias.compile.Compilation;
import io.egressalias.diagnostic.Printable;
import io.egressalias.internal.drift.Difference;
import io.egressalias.internal.files.CommittedManifests;
import io.egressalias.internal.files.ManifestContent;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Compares committed manifests with the manifests that declarations of egress aliases render to,
 * and fails the build if they differ. Writes no file.
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends DeclarationGoal {
  /**
   * The committed manifests: a file, or a directory with one file per object. A relative path
   * starts at the project directory. Required.
   */
  @Parameter(property = "egress.against")
  private @Nullable String against;

  /** Compares objects, and ignores their order, comments and layout. */
  @Parameter(property = "egress.semantic", defaultValue = "false")
  private boolean semantic;

  @Override
  void run(Rendering rendering) throws MojoExecutionException, MojoFailureException {
    if (against == null) {
      throw new MojoExecutionException(
          "`<against>` is missing. Set it to the committed file or directory.");
    }
    Compilation compilation = rendering.compiled(getLog());
    CommittedManifests committed = CommittedManifests.of(base(), against);
    List<Difference> differences =
        committed.compare(
            ManifestContent.yaml(rendering.manifests(compilation), manifest -> ""),
            compilation,
            rendering.origins(compilation).owningAll(),
            semantic);
    if (differences.isEmpty()) {
      getLog().info(Printable.line(against + " is up to date"));
      return;
    }
    differences.forEach(this::print);
    boolean helps = differences.stream().anyMatch(d -> d.kind() != Difference.Kind.STRAY);
    throw new MojoFailureException(
        Printable.line(against)
            + " is out of date."
            + (helps ? " To bring it up to date: " + again(committed) + set() : ""));
  }

  @Override
  void runWithout() throws MojoFailureException {
    if (against != null && CommittedManifests.of(base(), against).isThere()) {
      throw new MojoFailureException(
          ("`%s` is committed, but the directory %s with its declarations does not exist. Restore"
                  + " the declarations, set `<sources>`, or delete the committed manifests.")
              .formatted(against, DeclarationFiles.USUAL));
    }
    getLog().debug("Nothing to check: there are no declarations");
  }

  private void print(Difference difference) {
    getLog().error(Printable.line(difference.toString()));
    Printable.lines(difference.diff()).lines().forEach(getLog()::error);
  }

  private String set() {
    return hasOverrides() ? ", with the same `<set>` in the POM" : "";
  }

  private String again(CommittedManifests committed) {
    GoalCommand command = new GoalCommand("egress:generate");
    told(command);
    return committed.isDirectory()
        ? command
            .set("egress.outputDirectory", committed.name())
            .set("egress.split", "true")
            .toString()
        : command.set("egress.outputFile", committed.name()).toString();
  }
}
