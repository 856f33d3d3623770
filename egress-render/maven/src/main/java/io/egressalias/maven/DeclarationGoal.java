package io.egressalias.maven;

import io.egressalias.declaration.AssumedValue;
import io.egressalias.declaration.Assumptions;
import io.egressalias.declaration.InvalidOverrideException;
import io.egressalias.declaration.OptionStyle;
import io.egressalias.declaration.Overrides;
import io.egressalias.declaration.Source;
import io.egressalias.diagnostic.Printable;
import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Severity;
import io.egressalias.internal.files.Failure;
import io.egressalias.internal.files.Inputs;
import io.egressalias.internal.files.VariableSources;
import io.egressalias.lint.LintOptions;
import io.egressalias.model.OutboundTrafficPolicy;
import io.egressalias.render.ManifestOrder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** The parameters of all goals: the declarations, and values that they omit. */
abstract class DeclarationGoal extends AbstractMojo {
  /** Skips the goal. */
  @Parameter(property = "egress.skip", defaultValue = "false")
  private boolean skip;

  /**
   * The declarations: files, directories (their <code>*.yaml</code> and <code>*.yml</code> files)
   * and patterns such as <code>services/**&#47;egress.yaml</code>. Relative paths start at the
   * project directory. Each one must exist. Documents for other tools in directories and files of
   * patterns are skipped. Default: <code>src/main/egress</code>, if it exists.
   */
  @Parameter(property = "egress.sources")
  private @Nullable List<String> sources;

  /**
   * The Istio release, such as 1.27, or <code>none</code> for a cluster without a mesh. Used for
   * declarations that do not set it.
   */
  @Parameter(property = "egress.platform.istio")
  private @Nullable String istio;

  /** The Kubernetes release, such as 1.34. Used for declarations that do not set it. */
  @Parameter(property = "egress.platform.kubernetes")
  private @Nullable String kubernetes;

  /**
   * How the mesh handles traffic to unknown hosts: <code>ALLOW_ANY</code>, <code>REGISTRY_ONLY
   * </code> or <code>ALLOW_ANY_DYNAMIC_DNS</code>. Used for declarations that do not set it.
   */
  @Parameter(property = "egress.platform.outboundTrafficPolicy")
  private @Nullable String outboundTrafficPolicy;

  /**
   * The data plane of the mesh: <code>sidecar</code> or <code>ambient</code>. Used for declarations
   * that do not set it.
   */
  @Parameter(property = "egress.platform.dataPlane")
  private @Nullable String dataPlane;

  /**
   * The waypoint of an ambient mesh that carries aliases, as <code>name</code> or <code>
   * namespace/name</code>, or <code>namespace</code> if their namespaces are enrolled. Used for
   * declarations that do not set it.
   */
  @Parameter(property = "egress.platform.waypoint")
  private @Nullable String waypoint;

  /** The DNS domain of the cluster. Used for declarations that do not set it. */
  @Parameter(property = "egress.clusterDomain")
  private @Nullable String clusterDomain;

  /** The namespace of aliases that do not declare one. */
  @Parameter(property = "egress.namespace")
  private @Nullable String namespace;

  /**
   * Files with lines <code>NAME=value</code>, as Docker Compose reads them. Their variables replace
   * <code>&#36;{NAME}</code> in values of declarations. Relative paths start at the project
   * directory.
   */
  @Parameter(property = "egress.envFile")
  private @Nullable List<String> envFile;

  /**
   * Replaces <code>&#36;{NAME}</code> in values of declarations by the variables of the
   * environment.
   */
  @Parameter(property = "egress.substitute", defaultValue = "false")
  private boolean substitute;

  /**
   * Values that replace those of the declarations, by the path of the field, as in <code>
   * &lt;aliases.payments.externalName&gt;api.example.com&lt;/aliases.payments.externalName&gt;
   * </code>. A path that is not a name of an XML element is written as <code>
   * &lt;property&gt;&lt;name&gt;aliases[0].externalName&lt;/name&gt;&lt;value&gt;...</code>.
   */
  @Parameter private @Nullable Properties set;

  /** The least severity that fails the build: <code>error</code> or <code>warning</code>. */
  @Parameter(property = "egress.failOn", defaultValue = "error")
  private String failOn = "error";

  /** The order of the objects: <code>apply</code>, or its exact reverse, <code>delete</code>. */
  @Parameter(property = "egress.order", defaultValue = "apply")
  private String order = "apply";

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
  private MojoExecution execution;

  @SuppressWarnings("NullAway.Init") // Maven sets the parameters
  DeclarationGoal() {}

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("Skipped: `egress.skip` is set");
      return;
    }
    try {
      List<Source> read = new DeclarationFiles(base(), buildDirectory()).read(named(), inputs());
      if (read.isEmpty()) {
        getLog().info("Nothing to do: the directory " + DeclarationFiles.USUAL + " does not exist");
        runWithout();
      } else {
        run(rendering(read));
      }
    } catch (Failure e) {
      throw new MojoExecutionException(sentence(e));
    } catch (InvalidOverrideException e) {
      throw new MojoExecutionException(Printable.line(e.getMessage() + "."));
    } catch (IOException e) {
      throw new MojoExecutionException(sentence(Failure.of("write to", buildDirectory(), e)));
    }
  }

  /** Returns the message of a failure as a sentence. */
  static String sentence(Failure failure) {
    String message = String.valueOf(failure.getMessage());
    return Printable.line(
        message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1) + ".");
  }

  abstract void run(Rendering rendering)
      throws MojoExecutionException, MojoFailureException, IOException;

  /** Runs if there are no declarations. */
  abstract void runWithout() throws MojoExecutionException, MojoFailureException, IOException;

  /** Returns the inputs that the goal reads. */
  Inputs inputs() {
    return Inputs.of(base());
  }

  /**
   * Returns what the parameters tell about manifests.
   *
   * @param complete whether the manifests are all that the cluster has
   */
  final LintOptions lintOptions(boolean complete) throws MojoExecutionException {
    return new LintOptions(given().platform(), complete, Optional.ofNullable(namespace));
  }

  private List<String> named() {
    return sources == null ? List.of() : sources;
  }

  private Rendering rendering(List<Source> texts) throws MojoExecutionException {
    Severity threshold =
        ParameterChoice.of("failOn", failOn, EnumSet.of(Severity.ERROR, Severity.WARNING));
    return new Rendering(
        texts,
        assumptions(),
        overrides(),
        threshold,
        ParameterChoice.of("order", order, EnumSet.allOf(ManifestOrder.class)));
  }

  private Assumptions given() throws MojoExecutionException {
    return Assumptions.of(OptionStyle.MAVEN)
        .with(AssumedValue.ISTIO, admitted("istio", istio, AssumedValue.ISTIO))
        .with(AssumedValue.KUBERNETES, admitted("kubernetes", kubernetes, AssumedValue.KUBERNETES))
        .with(
            AssumedValue.CLUSTER_DOMAIN,
            admitted("clusterDomain", clusterDomain, AssumedValue.CLUSTER_DOMAIN))
        .with(AssumedValue.OUTBOUND_TRAFFIC_POLICY, policy())
        .with(AssumedValue.DATA_PLANE, admitted("dataPlane", dataPlane, AssumedValue.DATA_PLANE))
        .with(AssumedValue.WAYPOINT, admitted("waypoint", waypoint, AssumedValue.WAYPOINT))
        .with(AssumedValue.NAMESPACE, admitted("namespace", namespace, AssumedValue.NAMESPACE));
  }

  private Assumptions assumptions() throws MojoExecutionException {
    Optional<Map<String, String>> environment =
        substitute ? Optional.of(System.getenv()) : Optional.empty();
    return new VariableSources(envFiles(), environment).filling(given(), base());
  }

  private List<String> envFiles() {
    return envFile == null ? List.of() : envFile;
  }

  /** Returns the values in the order of their paths: Maven does not keep the order of the POM. */
  private Overrides overrides() {
    Overrides overrides = Overrides.of(OptionStyle.MAVEN);
    if (set != null) {
      for (String path : new TreeSet<>(set.stringPropertyNames())) {
        overrides = overrides.with(path, set.getProperty(path));
      }
    }
    return overrides;
  }

  /** Returns a text after checking that it is a valid value; null: the parameter is not set. */
  static @Nullable String admitted(String parameter, @Nullable String text, AssumedValue value)
      throws MojoExecutionException {
    if (text != null && !value.admits(text)) {
      throw new MojoExecutionException(
          "Expected %s for `<%s>`, found `%s`."
              .formatted(value.expected(), parameter, Quoted.shortened(text)));
    }
    return text;
  }

  private @Nullable String policy() throws MojoExecutionException {
    return outboundTrafficPolicy == null
        ? null
        : ParameterChoice.of(
                "outboundTrafficPolicy",
                outboundTrafficPolicy,
                EnumSet.allOf(OutboundTrafficPolicy.class))
            .name();
  }

  /** Adds the parameters of this goal to the command of another goal. */
  final void told(GoalCommand command) {
    command
        .set("egress.sources", named().isEmpty() ? null : String.join(",", named()))
        .set("egress.platform.istio", istio)
        .set("egress.platform.kubernetes", kubernetes)
        .set("egress.platform.outboundTrafficPolicy", outboundTrafficPolicy)
        .set("egress.platform.dataPlane", dataPlane)
        .set("egress.platform.waypoint", waypoint)
        .set("egress.clusterDomain", clusterDomain)
        .set("egress.namespace", namespace)
        .set("egress.envFile", envFiles().isEmpty() ? null : String.join(",", envFiles()))
        .set("egress.substitute", substitute ? "true" : null)
        .set("egress.order", order.equals("apply") ? null : order);
  }

  /** Returns whether a value replaces one of the declarations, which no command can express. */
  final boolean hasOverrides() {
    return set != null && !set.isEmpty();
  }

  final Path base() {
    return project.getBasedir().toPath();
  }

  final Path buildDirectory() {
    return Path.of(project.getBuild().getDirectory());
  }

  final MavenProject project() {
    return project;
  }

  final MojoExecution execution() {
    return execution;
  }
}
