package io.egressalias.judge;

import io.egressalias.check.Checks;
import io.egressalias.diagnostic.Severity;
import io.egressalias.diagnostic.Validated;
import io.egressalias.model.DataPlane;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.EgressAliases;
import io.egressalias.model.Istio;
import io.egressalias.model.IstioProtocol;
import io.egressalias.model.IstioVersion;
import io.egressalias.model.KubernetesVersion;
import io.egressalias.model.OutboundTrafficPolicy;
import io.egressalias.model.Platform;
import io.egressalias.model.ServicePort;
import io.egressalias.model.Waypoint;
import io.egressalias.render.Manifest;
import io.egressalias.render.ManifestRenderer;
import io.egressalias.resolve.ResolvedAlias;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * An alias that originates TLS, with its objects now and in earlier versions without TLS.
 *
 * @param platform its cluster
 * @param now its objects
 * @param before its objects when no port originated TLS, and when one of its ports did not
 */
record RoutedAlias(
    EgressAlias alias, Platform platform, List<ObjectNode> now, List<List<ObjectNode>> before) {
  static final String NAMESPACE = "shop";

  private static final Platform SIDECARS = builder().build();

  private static Platform.Builder builder() {
    return Platform.builder()
        .istio(Istio.release(new IstioVersion(1, 27)))
        .kubernetes(new KubernetesVersion(1, 34));
  }

  /** Draws an alias with a unique name, so that many fit into one cluster. */
  static RoutedAlias draw(Sampler sampler, int number) {
    return draw(sampler, number, SIDECARS);
  }

  /** Draws an alias of an ambient mesh. */
  static RoutedAlias draw(Sampler sampler, int number, Waypoint waypoint) {
    return draw(sampler, number, builder().dataPlane(DataPlane.AMBIENT).waypoint(waypoint).build());
  }

  private static RoutedAlias draw(Sampler sampler, int number, Platform platform) {
    while (true) {
      for (EgressAliases declaration : sampler.draw(DeclarationArbitraries.sets())) {
        for (EgressAlias alias : declaration.aliases()) {
          Optional<RoutedAlias> drawn = of(AliasDraft.of(alias), number, platform);
          if (drawn.isPresent()) {
            return drawn.get();
          }
        }
      }
    }
  }

  private static Optional<RoutedAlias> of(AliasDraft draft, int number, Platform platform) {
    draft.name = "a" + number;
    draft.namespace = Optional.of(NAMESPACE);
    draft.workloadSelector =
        draft.workloadSelector.map(any -> new LinkedHashMap<>(Map.of("app", "curl")));
    draft.waypoint = Optional.empty();
    draft.settle(platform);
    EgressAlias alias = draft.build();
    if (!ResolvedAlias.of(alias, platform).isRouted()
        || alias.ports().stream().noneMatch(alias::originates)) {
      return Optional.empty();
    }
    return render(alias, platform)
        .map(now -> new RoutedAlias(alias, platform, now, before(alias, platform)));
  }

  private static List<List<ObjectNode>> before(EgressAlias alias, Platform platform) {
    // Under this policy, sidecars also route an external name without TLS.
    Platform closed =
        platform.toBuilder().outboundTrafficPolicy(OutboundTrafficPolicy.REGISTRY_ONLY).build();
    List<List<ObjectNode>> before = new ArrayList<>();
    AliasDraft plain = AliasDraft.of(alias);
    plain.everyTls().forEach(tls -> tls.mode = TlsDraft.Mode.DISABLE);
    if (plain.authority.isEmpty()
        && plain.ports.stream()
            .anyMatch(p -> p.spoken().filter(IstioProtocol::isHttp).isPresent())) {
      plain.authority = Optional.of("www.example.com");
      plain.preserveAuthority = false;
    }
    routed(plain.build(), closed).ifPresent(before::add);
    for (int i = 0; i < alias.ports().size(); i++) {
      if (alias.originates(alias.ports().get(i))) {
        AliasDraft mixed = AliasDraft.of(alias);
        mixed.ports.get(i).tls = Optional.of(new TlsDraft());
        routed(mixed.build(), closed).ifPresent(before::add);
      }
    }
    return before;
  }

  private static Optional<List<ObjectNode>> routed(EgressAlias alias, Platform platform) {
    return ResolvedAlias.of(alias, platform).isRouted()
        ? render(alias, platform)
        : Optional.empty();
  }

  private static Optional<List<ObjectNode>> render(EgressAlias alias, Platform platform) {
    Validated<List<EgressAliases>> checked =
        Checks.validate(List.of(EgressAliases.of(platform, List.of(alias))));
    return checked.has(Severity.ERROR)
        ? Optional.empty()
        : Optional.of(ManifestRenderer.render(checked).stream().map(Manifest::tree).toList());
  }

  /** Returns whether the port with a number originates TLS. */
  boolean originates(int port) {
    return alias.ports().stream().anyMatch(p -> p.port() == port && alias.originates(p));
  }

  /**
   * Returns its objects in a cluster.
   *
   * @param version the number of the earlier version, for states with such an object
   */
  List<ObjectNode> in(ClusterState state, int version) {
    return state.of(now, before.isEmpty() ? List.of() : before.get(version % before.size()));
  }

  /** Returns calls of each port, to the alias. */
  List<String> callsOfAlias() {
    return calls().stream().filter(call -> !call.contains(EgressAlias.ROUTED_DOMAIN)).toList();
  }

  /** Returns calls of each port, to the alias and to the host of its ServiceEntry. */
  List<String> calls() {
    List<String> calls = new ArrayList<>();
    for (ServicePort port : alias.ports()) {
      String name = alias.name() + "." + NAMESPACE;
      String entry = name + "." + EgressAlias.ROUTED_DOMAIN;
      if (port.speaksHttp()) {
        calls.add("http://%s:%d".formatted(name, port.port()));
        calls.add("http://%s:%d".formatted(entry, port.port()));
        calls.add("http://%s:%d@240.0.0.1".formatted(entry, port.port()));
      } else {
        calls.add("tcp://%s:%d".formatted(name, port.port()));
        calls.add("tcp://%s:%d@240.0.0.1".formatted(entry, port.port()));
      }
    }
    return calls;
  }
}
