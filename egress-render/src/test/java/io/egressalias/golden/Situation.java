package io.egressalias.golden;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The place of the calling workload, and the settings of its mesh. */
enum Situation {
  INSIDE,
  ELSEWHERE(Trait.ANOTHER_NAMESPACE),
  REGISTRY_ONLY(Trait.UNKNOWN_HOSTS_BLOCKED),
  DNS_PROXY(Trait.SIDECAR_ANSWERS_DNS),
  ELSEWHERE_REGISTRY_ONLY_DNS_PROXY(
      Trait.ANOTHER_NAMESPACE, Trait.UNKNOWN_HOSTS_BLOCKED, Trait.SIDECAR_ANSWERS_DNS),
  UNLABELLED(Trait.NO_LABEL),
  UNLABELLED_REGISTRY_ONLY_DNS_PROXY(
      Trait.NO_LABEL, Trait.UNKNOWN_HOSTS_BLOCKED, Trait.SIDECAR_ANSWERS_DNS),
  UNLABELLED_ELSEWHERE(Trait.NO_LABEL, Trait.ANOTHER_NAMESPACE),
  /** The mesh requests Istio's mutual TLS with every host. */
  MESH_WIDE_MUTUAL(Trait.MUTUAL_TLS_WITH_ALL);

  private enum Trait {
    ANOTHER_NAMESPACE,
    UNKNOWN_HOSTS_BLOCKED,
    SIDECAR_ANSWERS_DNS,
    NO_LABEL,
    MUTUAL_TLS_WITH_ALL
  }

  @SuppressWarnings("ImmutableEnumChecker") // never changed
  private final Set<Trait> traits = EnumSet.noneOf(Trait.class);

  Situation(Trait... traits) {
    this.traits.addAll(List.of(traits));
  }

  /** The corresponding options of the judge. */
  List<String> options() {
    List<String> options = new ArrayList<>();
    options.addAll(List.of("--namespace", inNamespace() ? "shop" : "elsewhere"));
    if (!traits.contains(Trait.NO_LABEL)) {
      options.addAll(List.of("--label", "app=curl"));
    }
    if (blocksUnknownHosts()) {
      options.add("--registry-only");
    }
    if (traits.contains(Trait.SIDECAR_ANSWERS_DNS)) {
      options.add("--dns-proxy");
    }
    return options;
  }

  /** The objects in the cluster in addition to the goldens. */
  String documents() {
    return traits.contains(Trait.MUTUAL_TLS_WITH_ALL)
        ? """
          ---
          apiVersion: networking.istio.io/v1
          kind: DestinationRule
          metadata: {name: everybody, namespace: istio-system}
          spec: {host: "*", trafficPolicy: {tls: {mode: ISTIO_MUTUAL}}}
          """
        : "";
  }

  boolean inNamespace() {
    return !traits.contains(Trait.ANOTHER_NAMESPACE);
  }

  boolean blocksUnknownHosts() {
    return traits.contains(Trait.UNKNOWN_HOSTS_BLOCKED);
  }

  /** Whether the alias with a credential selects the pod. */
  boolean isSelected() {
    return inNamespace() && !traits.contains(Trait.NO_LABEL);
  }

  /** The name by which a workload here calls an alias. */
  String host(String alias) {
    if (!inNamespace()) {
      return alias + ".shop";
    }
    return blocksUnknownHosts() ? alias + ".shop.svc.cluster.local" : alias;
  }
}
