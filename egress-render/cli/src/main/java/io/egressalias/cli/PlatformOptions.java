package io.egressalias.cli;

import io.egressalias.declaration.AssumedValue;
import io.egressalias.declaration.Assumptions;
import io.egressalias.declaration.OptionStyle;
import io.egressalias.internal.files.VariableSources;
import io.egressalias.lint.LintOptions;
import io.egressalias.model.OutboundTrafficPolicy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options for values that a declaration omits, and for variables in it. */
final class PlatformOptions {
  @Mixin private ClusterOptions cluster = new ClusterOptions();

  @Option(
      names = "--outbound-traffic-policy",
      paramLabel = "POLICY",
      description = "how the mesh handles traffic to unknown hosts: ${COMPLETION-CANDIDATES}")
  private @Nullable OutboundTrafficPolicy outboundTrafficPolicy;

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

  /** Returns the namespace of objects that declare none; empty: none is given. */
  Optional<String> namespace() {
    return cluster.namespace();
  }

  /**
   * Returns what the options say about manifests.
   *
   * @param complete whether the manifests are all there are
   */
  LintOptions lintOptions(boolean complete) {
    return new LintOptions(cluster.platform(), complete, cluster.namespace());
  }

  /**
   * Returns the values of the options.
   *
   * @throws io.egressalias.internal.files.Failure if an env file cannot be read
   */
  Assumptions assumptions(Terminal terminal) {
    String policy = outboundTrafficPolicy == null ? null : outboundTrafficPolicy.name();
    Assumptions assumptions =
        cluster
            .with(Assumptions.of(OptionStyle.COMMAND_LINE))
            .with(AssumedValue.OUTBOUND_TRAFFIC_POLICY, policy);
    List<String> files = envFiles.stream().map(Path::toString).toList();
    Optional<Map<String, String>> environment =
        substitute ? Optional.of(System.getenv()) : Optional.empty();
    return new VariableSources(files, environment).filling(assumptions, terminal.directory());
  }
}
