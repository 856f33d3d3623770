package io.egressalias.model;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A Kubernetes Service that gives an external service the DNS name of a local one, {@code
 * <name>.<namespace>.svc.<cluster domain>}, and how traffic to it is encrypted.
 *
 * <p>Holds what was declared, right or wrong: whether a cluster would carry it out is for {@code
 * io.egressalias.check.Checks} to say, all findings at once.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/services-networking/service/#externalname">
 *     ExternalName</a>
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/services-networking/service/#services-without-selectors">
 *     Services without selectors</a>
 */
@Value.Immutable(copy = true)
public sealed interface EgressAlias permits ImmutableEgressAlias {

  /** The namespace that counts where none is declared, as it does for kubectl. */
  String DEFAULT_NAMESPACE = "default";

  /** What the names end in by which the routed form calls its hosts; nobody looks them up. */
  String ROUTED_DOMAIN = "egressalias.internal";

  /** Returns the name of the Service: a DNS label, 1 to 63 characters. */
  String name();

  /** Returns the namespace of every object of the alias; empty: whichever it is applied in. */
  Optional<String> namespace();

  /** Returns the labels of every object of the alias, in the order in which they were declared. */
  Map<String, String> labels();

  /** Returns the annotations of every object of the alias, in the order of their declaration. */
  Map<String, String> annotations();

  /** Returns what the alias stands for. */
  Target target();

  /** Returns whether the Service has no cluster IP ({@code clusterIP: None}); false by default. */
  @Value.Default
  default boolean headless() {
    return false;
  }

  /** Returns the ports that workloads call. */
  List<ServicePort> ports();

  /** Returns the TLS of every port that has none of its own; empty: not declared. */
  Optional<ClientTls> tls();

  /** Returns which pods may use the alias; empty: all. */
  Optional<WorkloadSelector> workloadSelector();

  /** Returns the {@code Host} header that the external server wants: {@code host[:port]}. */
  Optional<String> authority();

  /** Returns the namespace that counts for host names: the declared one, or {@code default}. */
  default String effectiveNamespace() {
    return namespace().orElse(DEFAULT_NAMESPACE);
  }

  /** Returns the TLS that a port of this alias has: its own, whole, or else the alias's. */
  default Optional<ClientTls> tls(ServicePort port) {
    return port.tls().isPresent() ? port.tls() : tls();
  }

  /** Returns whether a port of this alias is to originate TLS. */
  default boolean originates(ServicePort port) {
    return tls(port).orElse(null) instanceof Origination;
  }

  /** Starts an alias that differs from this one in what is set. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Starts an alias. Required: a name and a target. */
  static Builder builder() {
    return ImmutableEgressAlias.builder();
  }

  /**
   * Builds an {@link EgressAlias}. What is set again replaces the former value; {@code add} and
   * {@code put} add to it.
   */
  interface Builder {
    /** Sets everything that another alias has. */
    Builder from(EgressAlias alias);

    /** Sets the name of the Service. */
    Builder name(String name);

    /** Sets the namespace of every object. */
    Builder namespace(String namespace);

    /** Sets the namespace of every object, if there is one. */
    Builder namespace(Optional<String> namespace);

    /** Sets the labels of every object, in place of all others. */
    Builder labels(Map<String, ? extends String> labels);

    /** Adds a label to every object. */
    Builder putLabels(String key, String value);

    /** Adds labels to every object. */
    Builder putAllLabels(Map<String, ? extends String> labels);

    /** Sets the annotations of every object, in place of all others. */
    Builder annotations(Map<String, ? extends String> annotations);

    /** Adds an annotation to every object. */
    Builder putAnnotations(String key, String value);

    /** Adds annotations to every object. */
    Builder putAllAnnotations(Map<String, ? extends String> annotations);

    /** Sets what the alias stands for. */
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

    /** Sets the ports, in place of all others. */
    Builder ports(Iterable<? extends ServicePort> ports);

    /** Adds a port. */
    Builder addPorts(ServicePort port);

    /** Adds ports. */
    Builder addAllPorts(Iterable<? extends ServicePort> ports);

    /** Sets the TLS of every port that has none of its own. */
    Builder tls(ClientTls tls);

    /** Sets the TLS of every port that has none of its own, if there is one. */
    Builder tls(Optional<? extends ClientTls> tls);

    /** Sets which pods may use the alias. */
    Builder workloadSelector(WorkloadSelector selector);

    /** Sets which pods may use the alias, if there is one. */
    Builder workloadSelector(Optional<? extends WorkloadSelector> selector);

    /** Sets the {@code Host} header that the external server wants. */
    Builder authority(String authority);

    /** Sets the {@code Host} header that the external server wants, if there is one. */
    Builder authority(Optional<String> authority);

    /**
     * Returns the alias.
     *
     * @throws IllegalStateException if the name or the target is not set
     */
    EgressAlias build();
  }
}
