package io.egressalias.cli;

import io.egressalias.check.Names;
import io.egressalias.declaration.Assumptions;
import io.egressalias.diagnostic.Quoted;
import io.egressalias.model.IstioVersion;
import io.egressalias.model.KubernetesVersion;
import io.egressalias.model.OutboundTrafficPolicy;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options that say what a declaration leaves open. */
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
    expect(Names.isHost(domain), "--cluster-domain", "a DNS name such as `cluster.local`", domain);
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
    expect(Names.isNamespace(name), "--namespace", "a name such as `shop`", name);
    namespace = name;
  }

  @Option(
      names = "--istio",
      paramLabel = "VERSION",
      description = "the release of Istio, such as 1.27, or none for a cluster without a mesh")
  void istio(String version) {
    boolean known = version.equals("none") || IstioVersion.parse(version).isPresent();
    expect(known, "--istio", "a release such as `1.27`", version);
    istio = version;
  }

  @Option(
      names = "--kubernetes",
      paramLabel = "VERSION",
      description = "the release of Kubernetes, such as 1.34")
  void kubernetes(String version) {
    boolean known = KubernetesVersion.parse(version).isPresent();
    expect(known, "--kubernetes", "a release such as `1.34`", version);
    kubernetes = version;
  }

  /** Returns what the options say. */
  Assumptions assumptions() {
    return new Assumptions(
        Optional.ofNullable(istio),
        Optional.ofNullable(kubernetes),
        Optional.ofNullable(clusterDomain),
        Optional.ofNullable(outboundTrafficPolicy),
        Optional.ofNullable(namespace));
  }

  private void expect(boolean fine, String option, String expected, String found) {
    if (!fine && spec != null) {
      throw new ParameterException(
          spec.commandLine(),
          "Expected %s for `%s`, found `%s`".formatted(expected, option, Quoted.shortened(found)));
    }
  }
}
