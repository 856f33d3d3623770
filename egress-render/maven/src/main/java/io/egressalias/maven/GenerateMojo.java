package io.egressalias.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Renders declarations of egress aliases as Kubernetes and Istio manifests. Writes nothing if
 * neither a declaration nor a parameter has changed.
 */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_RESOURCES, threadSafe = true)
public final class GenerateMojo extends DeclarationGoal {
  private static final String FILE = "egress.yaml";

  /** The output directory. */
  @Parameter(
      property = "egress.outputDirectory",
      defaultValue = "${project.build.directory}/generated-resources/egress")
  private File outputDirectory = new File("");

  /**
   * The output file. The default is <code>egress.yaml</code> in the <code>outputDirectory</code>.
   */
  @Parameter(property = "egress.outputFile")
  private @Nullable File outputFile;

  /**
   * Writes a file for each object into the <code>outputDirectory</code>, and deletes files of
   * objects that are no longer rendered.
   */
  @Parameter(property = "egress.split", defaultValue = "false")
  private boolean split;

  /** Adds the manifests to the jar, below <code>META-INF/egress</code>. */
  @Parameter(property = "egress.addResources", defaultValue = "false")
  private boolean addResources;

  @Override
  void run(Rendering rendering) throws MojoExecutionException, MojoFailureException, IOException {
    GeneratedOutput output = output();
    generation(output).run(rendering, getLog());
    if (addResources) {
      project().addResource(output.resource());
    }
  }

  @Override
  void runWithout() throws MojoExecutionException, IOException {
    generation(output()).withdraw();
  }

  private Generation generation(GeneratedOutput output) {
    Path own = outputFile == null ? outputDirectory.toPath() : output.path();
    Path state = buildDirectory().resolve("egress").resolve(execution().getExecutionId() + ".txt");
    return new Generation(output, own, new BuildState(state), execution().getVersion());
  }

  private GeneratedOutput output() throws MojoExecutionException {
    if (split && outputFile != null) {
      throw new MojoExecutionException(
          "`<split>` writes a file for each object. Leave out `<outputFile>`, or `<split>`.");
    }
    if (outputFile != null) {
      return new GeneratedOutput(outputFile.toPath(), false);
    }
    Path directory = outputDirectory.toPath();
    return split
        ? new GeneratedOutput(directory, true)
        : new GeneratedOutput(directory.resolve(FILE), false);
  }
}
