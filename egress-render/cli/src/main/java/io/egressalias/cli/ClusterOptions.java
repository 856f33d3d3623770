package io.egressalias.cli;

import io.egressalias.declaration.AssumedValue;
import io.egressalias.declaration.Assumptions;
import io.egressalias.diagnostic.Quoted;
import io.egressalias.model.Platform;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options for the cluster of declarations or manifests. */
final class ClusterOptions {
  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  private @Nullable String clusterDomain;
  private @Nullable String namespace;
  private @Nullable String istio;
  private @Nullable String kubernetes;
  private @Nullable String dataPlane;
  private @Nullable String waypoint;

  @Option(
      names = "--cluster-domain",
      paramLabel = "DOMAIN",
      description = "DNS domain of the cluster, such as cluster.local")
  void clusterDomain(String domain) {
    expect(AssumedValue.CLUSTER_DOMAIN, "--cluster-domain", domain);
    clusterDomain = domain;
  }

  @Option(
      names = "--namespace",
      paramLabel = "NAMESPACE",
      description = "namespace of aliases that do not declare one")
  void namespace(String name) {
    expect(AssumedValue.NAMESPACE, "--namespace", name);
    namespace = name;
  }

  @Option(
      names = "--istio",
      paramLabel = "VERSION",
      description = "Istio release, such as 1.27, or none for a cluster without a mesh")
  void istio(String version) {
    expect(AssumedValue.ISTIO, "--istio", version);
    istio = version;
  }

  @Option(
      names = "--kubernetes",
      paramLabel = "VERSION",
      description = "Kubernetes release, such as 1.34")
  void kubernetes(String version) {
    expect(AssumedValue.KUBERNETES, "--kubernetes", version);
    kubernetes = version;
  }

  @Option(
      names = "--data-plane",
      paramLabel = "DATA-PLANE",
      completionCandidates = DataPlaneWords.class,
      description = "data plane of the mesh: ${COMPLETION-CANDIDATES}")
  void dataPlane(String word) {
    expect(AssumedValue.DATA_PLANE, "--data-plane", word);
    dataPlane = word;
  }

  @Option(
      names = "--waypoint",
      paramLabel = "[NAMESPACE/]NAME",
      description =
          "waypoint of an ambient mesh that carries aliases, or namespace if their namespaces are"
              + " enrolled")
  void waypoint(String name) {
    expect(AssumedValue.WAYPOINT, "--waypoint", name);
    waypoint = name;
  }

  /** Adds the values of the options. */
  Assumptions with(Assumptions assumptions) {
    return assumptions
        .with(AssumedValue.ISTIO, istio)
        .with(AssumedValue.KUBERNETES, kubernetes)
        .with(AssumedValue.CLUSTER_DOMAIN, clusterDomain)
        .with(AssumedValue.DATA_PLANE, dataPlane)
        .with(AssumedValue.WAYPOINT, waypoint)
        .with(AssumedValue.NAMESPACE, namespace);
  }

  /** Returns the platform of the options. */
  Platform platform() {
    return with(Assumptions.none()).platform();
  }

  /** Returns the namespace of the options; empty: none. */
  Optional<String> namespace() {
    return Optional.ofNullable(namespace);
  }

  /** Refuses a value of an option. */
  private void expect(AssumedValue value, String option, String found) {
    if (!value.admits(found) && spec != null) {
      throw new ParameterException(
          spec.commandLine(),
          "Expected %s for `%s`, found `%s`"
              .formatted(value.expected(), option, Quoted.shortened(found)));
    }
  }
}
