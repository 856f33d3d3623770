package io.egressalias.maven;

import io.egressalias.declaration.AssumedValue;
import io.egressalias.declaration.Assumptions;
import io.egressalias.declaration.OptionStyle;
import io.egressalias.declaration.Source;
import io.egressalias.diagnostic.Printable;
import io.egressalias.diagnostic.Severity;
import io.egressalias.imports.ImportOptions;
import io.egressalias.imports.Imported;
import io.egressalias.imports.ManifestImporter;
import io.egressalias.internal.files.Failure;
import io.egressalias.internal.files.ImportName;
import io.egressalias.internal.files.ImportedFiles;
import io.egressalias.internal.files.Inputs;
import io.egressalias.internal.report.FindingCount;
import io.egressalias.model.Platform;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Turns Kubernetes and Istio manifests into a declaration of egress aliases. An existing file is
 * replaced only if it is a declaration.
 */
@Mojo(name = "import", threadSafe = true)
public final class ImportMojo extends AbstractMojo {
  /** The declarations to write. */
  enum Split {
    NONE,
    NAMESPACE
  }

  /** Skips the goal. */
  @Parameter(property = "egress.skip", defaultValue = "false")
  private boolean skip;

  /**
   * The manifests: files, directories (their <code>*.yaml</code>, <code>*.yml</code> and <code>
   * *.json</code> files) and patterns. All are one set. Relative paths start at the project
   * directory. Required.
   */
  @Parameter(property = "egress.manifests")
  private @Nullable List<String> manifests;

  /**
   * The Istio release, such as 1.27, or <code>none</code> for a cluster without a mesh. Default: as
   * inferred from the manifests.
   */
  @Parameter(property = "egress.platform.istio")
  private @Nullable String istio;

  /** The Kubernetes release, such as 1.34. Default: as inferred from the manifests. */
  @Parameter(property = "egress.platform.kubernetes")
  private @Nullable String kubernetes;

  /**
   * The data plane of the mesh: <code>sidecar</code> or <code>ambient</code>. Default: as inferred.
   */
  @Parameter(property = "egress.platform.dataPlane")
  private @Nullable String dataPlane;

  /**
   * The waypoint of an ambient mesh, as <code>name</code> or <code>namespace/name</code>, or <code>
   * namespace</code> if the namespaces of the aliases are enrolled. Default: as inferred.
   */
  @Parameter(property = "egress.platform.waypoint")
  private @Nullable String waypoint;

  /** The DNS domain of the cluster. */
  @Parameter(property = "egress.clusterDomain")
  private @Nullable String clusterDomain;

  /** The namespace of objects that name none. */
  @Parameter(property = "egress.namespace")
  private @Nullable String namespace;

  /**
   * The <code>metadata.name</code> of the declaration. Default: the name of the only file or
   * directory, or <code>imported</code>.
   */
  @Parameter(property = "egress.name")
  private @Nullable String name;

  /**
   * Whether each namespace gets a declaration of its own: <code>none</code> or <code>namespace
   * </code>.
   */
  @Parameter(property = "egress.splitBy", defaultValue = "none")
  private String splitBy = "none";

  /**
   * The file of the declarations. Default: <code>src/main/egress/egress.yaml</code>, if no <code>
   * declarationDirectory</code> is set.
   */
  @Parameter(property = "egress.declarationFile")
  private @Nullable File declarationFile;

  /**
   * The directory of the declarations: <code>egress.yaml</code>, or a file for each namespace if
   * they are split.
   */
  @Parameter(property = "egress.declarationDirectory")
  private @Nullable File declarationDirectory;

  /**
   * A script that deletes the objects that the declaration does not render. Run it after the first
   * apply.
   */
  @Parameter(property = "egress.leftovers")
  private @Nullable File leftovers;

  /**
   * The least severity that fails the build: <code>error</code> or <code>warning</code>. With
   * <code>
   * warning</code>, nothing is written if the build fails.
   */
  @Parameter(property = "egress.failOn", defaultValue = "error")
  private String failOn = "error";

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  @SuppressWarnings("NullAway.Init") // Maven sets the parameters
  ImportMojo() {}

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("Skipped: `egress.skip` is set");
      return;
    }
    try {
      run(files());
    } catch (Failure e) {
      throw new MojoExecutionException(DeclarationGoal.sentence(e));
    }
  }

  private void run(ImportedFiles files) throws MojoExecutionException, MojoFailureException {
    if (manifests == null || manifests.isEmpty()) {
      throw new MojoExecutionException(
          "`<manifests>` is missing. Set it to the files or directories of the manifests.");
    }
    Severity threshold =
        ParameterChoice.of("failOn", failOn, EnumSet.of(Severity.ERROR, Severity.WARNING));
    files.check();
    List<Source> sources = Inputs.of(base()).ofManifests().read(manifests);
    Imported imported = ManifestImporter.run(sources, options(manifests));
    new FindingLog(getLog()).print(imported.diagnostics());
    if (imported.commented()) {
      getLog().info("Comments of the inputs are not imported.");
    }
    if (threshold == Severity.ERROR || !imported.has(threshold)) {
      write(files, imported);
    }
    if (imported.has(threshold)) {
      throw new MojoFailureException(
          FindingCount.ofErrorsAndWarnings(imported.diagnostics()) + " in manifests");
    }
  }

  private void write(ImportedFiles files, Imported imported) {
    files.file().ifPresent(ImportMojo::createParent);
    files.write(imported);
    int count = 0;
    for (var declaration : imported.declarations()) {
      count += declaration.value().aliases().size();
    }
    Path output = files.file().or(files::directory).orElse(base());
    getLog()
        .info(
            count == 0
                ? "No manifest is an alias, and nothing is written"
                : Printable.line(
                    count + (count == 1 ? " alias is in " : " aliases are in ") + output));
    imported
        .leftovers()
        .forEach(object -> getLog().info(Printable.line("Not rendered: " + object)));
  }

  private static void createParent(Path file) {
    try {
      Files.createDirectories(file.resolveSibling(""));
    } catch (IOException e) {
      throw Failure.of("create", file, e);
    }
  }

  private ImportedFiles files() throws MojoExecutionException {
    if (declarationFile != null && declarationDirectory != null) {
      throw new MojoExecutionException(
          "`<declarationFile>` and `<declarationDirectory>` exclude one another. Remove one.");
    }
    Path usual = base().resolve(DeclarationFiles.USUAL).resolve("egress.yaml");
    Optional<Path> directory = path(declarationDirectory);
    return new ImportedFiles(
        base(),
        directory.isPresent()
            ? Optional.empty()
            : path(declarationFile).or(() -> Optional.of(usual)),
        directory,
        split() == Split.NAMESPACE,
        path(leftovers));
  }

  private static Optional<Path> path(@Nullable File file) {
    return file == null ? Optional.empty() : Optional.of(file.toPath());
  }

  private Split split() throws MojoExecutionException {
    return ParameterChoice.of("splitBy", splitBy, EnumSet.allOf(Split.class));
  }

  private ImportOptions options(List<String> inputs) throws MojoExecutionException {
    return new ImportOptions(
        platform(),
        Optional.ofNullable(
            DeclarationGoal.admitted("namespace", namespace, AssumedValue.NAMESPACE)),
        name == null ? ImportName.of(inputs) : name,
        split() == Split.NAMESPACE);
  }

  private Platform platform() throws MojoExecutionException {
    return Assumptions.of(OptionStyle.MAVEN)
        .with(AssumedValue.ISTIO, DeclarationGoal.admitted("istio", istio, AssumedValue.ISTIO))
        .with(
            AssumedValue.KUBERNETES,
            DeclarationGoal.admitted("kubernetes", kubernetes, AssumedValue.KUBERNETES))
        .with(
            AssumedValue.CLUSTER_DOMAIN,
            DeclarationGoal.admitted("clusterDomain", clusterDomain, AssumedValue.CLUSTER_DOMAIN))
        .with(
            AssumedValue.DATA_PLANE,
            DeclarationGoal.admitted("dataPlane", dataPlane, AssumedValue.DATA_PLANE))
        .with(
            AssumedValue.WAYPOINT,
            DeclarationGoal.admitted("waypoint", waypoint, AssumedValue.WAYPOINT))
        .platform();
  }

  private Path base() {
    return project.getBasedir().toPath();
  }
}
