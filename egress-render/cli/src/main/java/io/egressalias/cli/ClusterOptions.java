package io.egressalias.cli;

import io.egressalias.cli.usage.Arguments;
import io.egressalias.cli.usage.Option;
import io.egressalias.cli.usage.WrongArgument;
import io.egressalias.declaration.AssumedValue;
import io.egressalias.declaration.Assumptions;
import io.egressalias.diagnostic.Quoted;
import io.egressalias.model.DataPlane;
import io.egressalias.model.Platform;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Options for the cluster of declarations or manifests. */
final class ClusterOptions {
  private static final Option CLUSTER_DOMAIN =
      Option.value(
          "--cluster-domain", "DOMAIN", "DNS domain of the cluster, such as cluster.local");

  private static final Option NAMESPACE =
      Option.value("--namespace", "NAMESPACE", "namespace of aliases that do not declare one");

  private static final Option ISTIO =
      Option.value(
          "--istio",
          "VERSION",
          "Istio release, such as 1.27, or none for a cluster without a mesh");

  private static final Option KUBERNETES =
      Option.value("--kubernetes", "VERSION", "Kubernetes release, such as 1.34");

  private static final Option DATA_PLANE =
      Option.value("--data-plane", "DATA-PLANE", "data plane of the mesh: ${COMPLETION-CANDIDATES}")
          .offering(List.of(DataPlane.SIDECAR.word(), DataPlane.AMBIENT.word()));

  private static final Option WAYPOINT =
      Option.value(
          "--waypoint",
          "[NAMESPACE/]NAME",
          "waypoint of an ambient mesh that carries aliases, or namespace if their"
              + " namespaces are"
              + " enrolled");

  static final List<Option> ALL =
      List.of(CLUSTER_DOMAIN, NAMESPACE, ISTIO, KUBERNETES, DATA_PLANE, WAYPOINT);

  private final Arguments arguments;

  private ClusterOptions(Arguments arguments) {
    this.arguments = arguments;
  }

  /**
   * Returns the options of a run.
   *
   * @throws WrongArgument if a value is wrong
   */
  static ClusterOptions of(Arguments arguments) {
    ClusterOptions options = new ClusterOptions(arguments);
    options.expect(AssumedValue.CLUSTER_DOMAIN, CLUSTER_DOMAIN);
    options.expect(AssumedValue.NAMESPACE, NAMESPACE);
    options.expect(AssumedValue.ISTIO, ISTIO);
    options.expect(AssumedValue.KUBERNETES, KUBERNETES);
    options.expect(AssumedValue.DATA_PLANE, DATA_PLANE);
    options.expect(AssumedValue.WAYPOINT, WAYPOINT);
    return options;
  }

  private void expect(AssumedValue value, Option option) {
    Optional<String> found = arguments.value(option);
    if (found.isPresent() && !value.admits(found.get())) {
      throw new WrongArgument(
          "Expected %s for `%s`, found `%s`"
              .formatted(value.expected(), option.name(), Quoted.shortened(found.get())));
    }
  }

  /** Adds the values of the options. */
  Assumptions with(Assumptions assumptions) {
    return assumptions
        .with(AssumedValue.ISTIO, value(ISTIO))
        .with(AssumedValue.KUBERNETES, value(KUBERNETES))
        .with(AssumedValue.CLUSTER_DOMAIN, value(CLUSTER_DOMAIN))
        .with(AssumedValue.DATA_PLANE, value(DATA_PLANE))
        .with(AssumedValue.WAYPOINT, value(WAYPOINT))
        .with(AssumedValue.NAMESPACE, value(NAMESPACE));
  }

  private @Nullable String value(Option option) {
    return arguments.value(option).orElse(null);
  }

  /** Returns the platform of the options. */
  Platform platform() {
    return with(Assumptions.none()).platform();
  }

  /** Returns the namespace of the options; empty: none. */
  Optional<String> namespace() {
    return arguments.value(NAMESPACE);
  }
}
