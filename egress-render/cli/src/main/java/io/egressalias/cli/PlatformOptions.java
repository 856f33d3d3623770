package io.egressalias.cli;

import io.egressalias.declaration.AssumedValue;
import io.egressalias.declaration.Assumptions;
import io.egressalias.declaration.OptionStyle;
import io.egressalias.diagnostic.Quoted;
import io.egressalias.model.OutboundTrafficPolicy;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options for values that a declaration omits. */
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
      description = "the domain of the cluster's services, such as cluster.local")
  void clusterDomain(String domain) {
    expect(AssumedValue.CLUSTER_DOMAIN, "--cluster-domain", domain);
    clusterDomain = domain;
  }

  @Option(
      names = "--outbound-traffic-policy",
      paramLabel = "POLICY",
      description = "what the mesh does with unknown hosts: ${COMPLETION-CANDIDATES}")
  private @Nullable OutboundTrafficPolicy outboundTrafficPolicy;

  @Option(
      names = "--namespace",
      paramLabel = "NAMESPACE",
      description = "the namespace of aliases that declare none")
  void namespace(String name) {
    expect(AssumedValue.NAMESPACE, "--namespace", name);
    namespace = name;
  }

  @Option(
      names = "--istio",
      paramLabel = "VERSION",
      description = "the release of Istio, such as 1.27, or none for a cluster without a mesh")
  void istio(String version) {
    expect(AssumedValue.ISTIO, "--istio", version);
    istio = version;
  }

  @Option(
      names = "--kubernetes",
      paramLabel = "VERSION",
      description = "the release of Kubernetes, such as 1.34")
  void kubernetes(String version) {
    expect(AssumedValue.KUBERNETES, "--kubernetes", version);
    kubernetes = version;
  }

  /** Returns the values of the options. */
  Assumptions assumptions() {
    String policy = outboundTrafficPolicy == null ? null : outboundTrafficPolicy.name();
    return Assumptions.of(OptionStyle.COMMAND_LINE)
        .with(AssumedValue.ISTIO, istio)
        .with(AssumedValue.KUBERNETES, kubernetes)
        .with(AssumedValue.CLUSTER_DOMAIN, clusterDomain)
        .with(AssumedValue.OUTBOUND_TRAFFIC_POLICY, policy)
        .with(AssumedValue.NAMESPACE, namespace);
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
