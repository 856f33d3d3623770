package io.egressalias.cli;

import io.egressalias.cli.usage.Arguments;
import io.egressalias.cli.usage.Option;
import io.egressalias.declaration.AssumedValue;
import io.egressalias.declaration.Assumptions;
import io.egressalias.declaration.OptionStyle;
import io.egressalias.internal.files.VariableSources;
import io.egressalias.lint.LintOptions;
import io.egressalias.model.OutboundTrafficPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Options for values that a declaration omits, and for variables in it.
 *
 * @param cluster the options for the cluster
 */
record PlatformOptions(ClusterOptions cluster, Arguments arguments) {
  private static final Option OUTBOUND_TRAFFIC_POLICY =
      Option.word(
              "--outbound-traffic-policy",
              "POLICY",
              policies(),
              "how the mesh handles traffic to unknown hosts: ${COMPLETION-CANDIDATES}")
          .withoutFallback();

  private static final Option ENV_FILE =
      Option.value(
              "--env-file",
              "FILE",
              "replace $${NAME} in values by the variables of a file with lines NAME=value, as"
                  + " Docker Compose reads it; repeatable")
          .repeatable();

  private static final Option SUBSTITUTE =
      Option.flag("--substitute", "replace $${NAME} in values by the variables of the environment");

  static final List<Option> ALL =
      Option.all(ClusterOptions.ALL, List.of(OUTBOUND_TRAFFIC_POLICY, ENV_FILE, SUBSTITUTE));

  private static List<String> policies() {
    List<String> names = new ArrayList<>();
    for (OutboundTrafficPolicy policy : OutboundTrafficPolicy.values()) {
      names.add(policy.name());
    }
    return names;
  }

  /**
   * Returns the options of a run.
   *
   * @throws io.egressalias.cli.usage.WrongArgument if a value is wrong
   */
  static PlatformOptions of(Arguments arguments) {
    return new PlatformOptions(ClusterOptions.of(arguments), arguments);
  }

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
    Assumptions assumptions =
        cluster
            .with(Assumptions.of(OptionStyle.COMMAND_LINE))
            .with(
                AssumedValue.OUTBOUND_TRAFFIC_POLICY,
                arguments.value(OUTBOUND_TRAFFIC_POLICY).orElse(null));
    Optional<Map<String, String>> environment =
        arguments.has(SUBSTITUTE) ? Optional.of(System.getenv()) : Optional.empty();
    return new VariableSources(arguments.values(ENV_FILE), environment)
        .filling(assumptions, terminal.directory());
  }
}
