package io.egressalias.model;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A Kubernetes Service that gives an external service the DNS name of a local one, {@code
 * <name>.<namespace>.svc.<cluster domain>}, and the encryption of the traffic to it.
 *
 * <p>Holds any declared values, valid or not. {@code io.egressalias.check.Checks} reports all
 * errors at once.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/services-networking/service/#externalname">
 *     ExternalName</a>
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/services-networking/service/#services-without-selectors">
 *     Services without selectors</a>
 */
@Value.Immutable(copy = true)
public sealed interface EgressAlias permits ImmutableEgressAlias {

  /** The namespace in host names if none is declared; kubectl has the same default. */
  String DEFAULT_NAMESPACE = "default";

  /**
   * The domain of the host names that the routed form generates; these names are never resolved by
   * DNS.
   */
  String ROUTED_DOMAIN = "egressalias.internal";

  /** Returns the name of the Service: a DNS label, 1 to 63 characters. */
  String name();

  /**
   * Returns the namespace of every object of the alias; empty: the namespace to which the objects
   * are applied.
   */
  Optional<String> namespace();

  /** Returns the labels of every object of the alias, in the order in which they were declared. */
  Map<String, String> labels();

  /**
   * Returns the annotations of every object of the alias, in the order in which they were declared.
   */
  Map<String, String> annotations();

  /** Returns the external host, the external addresses or the pods to which the alias leads. */
  Target target();

  /** Returns whether the Service has no cluster IP ({@code clusterIP: None}); false by default. */
  @Value.Default
  default boolean headless() {
    return false;
  }

  /** Returns the ports that workloads call. */
  List<ServicePort> ports();

  /** Returns the TLS of the ports that declare none; empty: not declared. */
  Optional<ClientTls> tls();

  /** Returns the pods that may use the alias; empty: all pods. */
  Optional<WorkloadSelector> workloadSelector();

  /**
   * Returns the {@code Host} header that the external server expects, {@code host[:port]}; empty:
   * on HTTP ports that originate TLS the server name of the TLS, on other ports the header of the
   * workload.
   */
  Optional<String> authority();

  /**
   * Returns whether requests keep the {@code Host} header of the workload where TLS is originated;
   * false by default: the header is then the server name of the TLS.
   */
  @Value.Default
  default boolean preserveAuthority() {
    return false;
  }

  /**
   * Returns the waypoint that carries the traffic in an ambient mesh; empty: that of the platform.
   */
  Optional<Waypoint> waypoint();

  /** Returns the namespace in host names: the declared one, or {@code default}. */
  default String effectiveNamespace() {
    return namespace().orElse(DEFAULT_NAMESPACE);
  }

  /**
   * Returns the TLS of a port of this alias: its own if declared, otherwise that of the alias. The
   * two are not merged.
   */
  default Optional<ClientTls> tls(ServicePort port) {
    return port.tls().isPresent() ? port.tls() : tls();
  }

  /** Returns whether TLS is originated on a port of this alias. */
  default boolean originates(ServicePort port) {
    return tls(port).orElse(null) instanceof Origination;
  }

  /** Returns a builder with the values of this alias. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Returns a builder. The name and the target are required. */
  static Builder builder() {
    return ImmutableEgressAlias.builder();
  }

  /**
   * Builds an {@link EgressAlias}. Setting a value replaces the previous one; {@code add} and
   * {@code put} methods extend it.
   */
  interface Builder {
    /** Sets all values to those of another alias. */
    Builder from(EgressAlias alias);

    /** Sets the name of the Service. */
    Builder name(String name);

    /** Sets the namespace of every object. */
    Builder namespace(String namespace);

    /** Sets or clears the namespace of every object. */
    Builder namespace(Optional<String> namespace);

    /** Sets the labels of every object and removes previous ones. */
    Builder labels(Map<String, ? extends String> labels);

    /** Adds a label to every object. */
    Builder putLabels(String key, String value);

    /** Adds labels to every object. */
    Builder putAllLabels(Map<String, ? extends String> labels);

    /** Sets the annotations of every object and removes previous ones. */
    Builder annotations(Map<String, ? extends String> annotations);

    /** Adds an annotation to every object. */
    Builder putAnnotations(String key, String value);

    /** Adds annotations to every object. */
    Builder putAllAnnotations(Map<String, ? extends String> annotations);

    /** Sets the external host, the external addresses or the pods to which the alias leads. */
    Builder target(Target target);

    /** Sets the target: an external host, such as {@code httpbin.org}. */
    default Builder externalName(String host) {
      return target(new ExternalName(host));
    }

    /** Sets the target: external IP addresses, such as {@code 91.198.174.192}. */
    default Builder endpoints(String... addresses) {
      return target(new StaticEndpoints(Arrays.asList(addresses)));
    }

    /** Sets whether the Service has no cluster IP. */
    Builder headless(boolean headless);

    /** Sets the ports and removes previous ones. */
    Builder ports(Iterable<? extends ServicePort> ports);

    /** Adds a port. */
    Builder addPorts(ServicePort port);

    /** Adds ports. */
    Builder addAllPorts(Iterable<? extends ServicePort> ports);

    /** Sets the TLS of the ports that declare none. */
    Builder tls(ClientTls tls);

    /** Sets or clears the TLS of the ports that declare none. */
    Builder tls(Optional<? extends ClientTls> tls);

    /** Sets the pods that may use the alias. */
    Builder workloadSelector(WorkloadSelector selector);

    /** Sets or clears the pods that may use the alias. */
    Builder workloadSelector(Optional<? extends WorkloadSelector> selector);

    /** Sets the {@code Host} header that the external server expects. */
    Builder authority(String authority);

    /** Sets or clears the {@code Host} header that the external server expects. */
    Builder authority(Optional<String> authority);

    /** Sets whether requests keep the {@code Host} header of the workload. */
    Builder preserveAuthority(boolean preserve);

    /** Sets the waypoint that carries the traffic in an ambient mesh. */
    Builder waypoint(Waypoint waypoint);

    /** Sets or clears the waypoint that carries the traffic in an ambient mesh. */
    Builder waypoint(Optional<? extends Waypoint> waypoint);

    /**
     * Returns the alias.
     *
     * @throws IllegalStateException if the name or the target is not set
     */
    EgressAlias build();
  }
}
