package io.egressalias.maven;

import io.egressalias.internal.files.Inputs;
import io.egressalias.internal.report.FindingCount;
import io.egressalias.lint.Linting;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Finds mistakes in declarations of egress aliases, and in hand-written manifests of Kubernetes and
 * Istio. All sources are one set; <code>*.json</code> files of directories are read as well, and
 * documents for other tools are skipped. Writes no file.
 */
@Mojo(name = "lint", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class LintMojo extends DeclarationGoal {
  /**
   * Whether the manifests are all that the cluster has, so that a missing object is an error and
   * not a warning.
   */
  @Parameter(property = "egress.complete", defaultValue = "false")
  private boolean complete;

  @Override
  void run(Rendering rendering) throws MojoExecutionException, MojoFailureException {
    Linting linting =
        Linting.of(
            rendering.sources(),
            rendering.assumptions(),
            rendering.overrides(),
            lintOptions(complete));
    new FindingLog(getLog()).print(linting.diagnostics());
    if (linting.has(rendering.failOn())) {
      throw new MojoFailureException(
          FindingCount.ofErrorsAndWarnings(linting.diagnostics())
              + " in declarations of egress aliases and in manifests");
    }
  }

  @Override
  void runWithout() {
    getLog().debug("Nothing to lint: there are no sources");
  }

  @Override
  Inputs inputs() {
    return Inputs.of(base()).ofBoth();
  }
}
