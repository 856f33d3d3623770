package io.egressalias.judge;

import io.egressalias.check.Checks;
import io.egressalias.diagnostic.Severity;
import io.egressalias.diagnostic.Validated;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.EgressAliases;
import io.egressalias.model.Istio;
import io.egressalias.model.IstioProtocol;
import io.egressalias.model.IstioVersion;
import io.egressalias.model.KubernetesVersion;
import io.egressalias.model.OutboundTrafficPolicy;
import io.egressalias.model.Platform;
import io.egressalias.model.ServicePort;
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
 * @param now its objects
 * @param before its objects when no port originated TLS, and when one of its ports did not
 */
record RoutedAlias(EgressAlias alias, List<ObjectNode> now, List<List<ObjectNode>> before) {
  static final String NAMESPACE = "shop";

  private static final Platform PLATFORM = platform(OutboundTrafficPolicy.ALLOW_ANY);

  /** A platform on which an external name without TLS is routed as well. */
  private static final Platform CLOSED = platform(OutboundTrafficPolicy.REGISTRY_ONLY);

  private static Platform platform(OutboundTrafficPolicy policy) {
    return Platform.builder()
        .istio(Istio.release(new IstioVersion(1, 27)))
        .kubernetes(new KubernetesVersion(1, 34))
        .outboundTrafficPolicy(policy)
        .build();
  }

  /** Draws an alias with a unique name, so that many fit into one cluster. */
  static RoutedAlias draw(Sampler sampler, int number) {
    while (true) {
      for (EgressAliases declaration : sampler.draw(DeclarationArbitraries.sets())) {
        for (EgressAlias alias : declaration.aliases()) {
          Optional<RoutedAlias> drawn = of(AliasDraft.of(alias), number);
          if (drawn.isPresent()) {
            return drawn.get();
          }
        }
      }
    }
  }

  private static Optional<RoutedAlias> of(AliasDraft draft, int number) {
    draft.name = "a" + number;
    draft.namespace = Optional.of(NAMESPACE);
    draft.workloadSelector =
        draft.workloadSelector.map(any -> new LinkedHashMap<>(Map.of("app", "curl")));
    draft.settle(PLATFORM);
    EgressAlias alias = draft.build();
    if (!ResolvedAlias.of(alias, PLATFORM).isRouted()
        || alias.ports().stream().noneMatch(alias::originates)) {
      return Optional.empty();
    }
    return render(alias, PLATFORM).map(now -> new RoutedAlias(alias, now, before(alias)));
  }

  private static List<List<ObjectNode>> before(EgressAlias alias) {
    List<List<ObjectNode>> before = new ArrayList<>();
    AliasDraft plain = AliasDraft.of(alias);
    plain.everyTls().forEach(tls -> tls.mode = TlsDraft.Mode.DISABLE);
    if (plain.authority.isEmpty()
        && plain.ports.stream()
            .anyMatch(p -> p.spoken().filter(IstioProtocol::isHttp).isPresent())) {
      plain.authority = Optional.of("www.example.com");
      plain.preserveAuthority = false;
    }
    render(plain.build(), CLOSED).ifPresent(before::add);
    for (int i = 0; i < alias.ports().size(); i++) {
      if (alias.originates(alias.ports().get(i))) {
        AliasDraft mixed = AliasDraft.of(alias);
        mixed.ports.get(i).tls = Optional.of(new TlsDraft());
        render(mixed.build(), CLOSED).ifPresent(before::add);
      }
    }
    return before;
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
