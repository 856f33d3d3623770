package io.egressalias.cli;

import io.egressalias.declaration.AssumedValue;
import io.egressalias.declaration.Assumptions;
import io.egressalias.declaration.OptionStyle;
import io.egressalias.diagnostic.Quoted;
import io.egressalias.internal.files.VariableSources;
import io.egressalias.model.OutboundTrafficPolicy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options for values that a declaration omits, and for variables in it. */
final class PlatformOptions {
  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  private @Nullable String clusterDomain;
  private @Nullable String namespace;
  private @Nullable String istio;
  private @Nullable String kubernetes;

  @Option(
      names = "--cluster-domain",
      paramLabel = "DOMAIN",
      description = "DNS domain of the cluster, such as cluster.local")
  void clusterDomain(String domain) {
    expect(AssumedValue.CLUSTER_DOMAIN, "--cluster-domain", domain);
    clusterDomain = domain;
  }

  @Option(
      names = "--outbound-traffic-policy",
      paramLabel = "POLICY",
      description = "how the mesh handles traffic to unknown hosts: ${COMPLETION-CANDIDATES}")
  private @Nullable OutboundTrafficPolicy outboundTrafficPolicy;

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
      names = "--env-file",
      paramLabel = "FILE",
      description =
          "replace $${NAME} in values by the variables of a file with lines NAME=value, as Docker"
              + " Compose reads it; repeatable")
  private List<Path> envFiles = List.of();

  @Option(
      names = "--substitute",
      description = "replace $${NAME} in values by the variables of the environment")
  private boolean substitute;

  /**
   * Returns the values of the options.
   *
   * @throws io.egressalias.internal.files.Failure if an env file cannot be read
   */
  Assumptions assumptions(Terminal terminal) {
    String policy = outboundTrafficPolicy == null ? null : outboundTrafficPolicy.name();
    Assumptions assumptions =
        Assumptions.of(OptionStyle.COMMAND_LINE)
            .with(AssumedValue.ISTIO, istio)
            .with(AssumedValue.KUBERNETES, kubernetes)
            .with(AssumedValue.CLUSTER_DOMAIN, clusterDomain)
            .with(AssumedValue.OUTBOUND_TRAFFIC_POLICY, policy)
            .with(AssumedValue.NAMESPACE, namespace);
    List<String> files = envFiles.stream().map(Path::toString).toList();
    Optional<Map<String, String>> environment =
        substitute ? Optional.of(System.getenv()) : Optional.empty();
    return new VariableSources(files, environment).filling(assumptions, terminal.directory());
  }

  private void expect(AssumedValue value, String option, String found) {
    if (!value.admits(found) && spec != null) {
      throw new ParameterException(
          spec.commandLine(),
          "Expected %s for `%s`, found `%s`"
              .formatted(value.expected(), option, Quoted.shortened(found)));
    }
  }
}
