package io.egressalias.judge;

import io.egressalias.model.DataPlane;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.ExternalName;
import io.egressalias.model.IstioProtocol;
import io.egressalias.model.Platform;
import io.egressalias.model.PlatformFact;
import io.egressalias.model.PodSelector;
import io.egressalias.model.Protocol;
import io.egressalias.model.ServicePort;
import io.egressalias.model.StaticEndpoints;
import io.egressalias.model.Target;
import io.egressalias.model.Waypoint;
import io.egressalias.model.WorkloadSelector;
import io.egressalias.resolve.ResolvedAlias;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An alias whose single fields can be changed. */
final class AliasDraft {
  String name = "";
  Optional<String> namespace = Optional.empty();
  Map<String, String> labels = new LinkedHashMap<>();
  Map<String, String> annotations = new LinkedHashMap<>();
  Target target = new ExternalName("httpbin.org");
  boolean headless;
  List<PortDraft> ports = new ArrayList<>();
  Optional<TlsDraft> tls = Optional.empty();
  Optional<Map<String, String>> workloadSelector = Optional.empty();
  Optional<String> authority = Optional.empty();
  boolean preserveAuthority;
  Optional<Waypoint> waypoint = Optional.empty();

  static AliasDraft of(EgressAlias alias) {
    AliasDraft draft = new AliasDraft();
    draft.name = alias.name();
    draft.namespace = alias.namespace();
    draft.labels = new LinkedHashMap<>(alias.labels());
    draft.annotations = new LinkedHashMap<>(alias.annotations());
    draft.target = alias.target();
    draft.headless = alias.headless();
    alias.ports().forEach(port -> draft.ports.add(PortDraft.of(port)));
    draft.tls = alias.tls().map(TlsDraft::of);
    draft.workloadSelector =
        alias.workloadSelector().map(selector -> new LinkedHashMap<>(selector.matchLabels()));
    draft.authority = alias.authority();
    draft.preserveAuthority = alias.preserveAuthority();
    draft.waypoint = alias.waypoint();
    return draft;
  }

  EgressAlias build() {
    List<ServicePort> built = ports.stream().map(PortDraft::build).toList();
    EgressAlias.Builder alias =
        EgressAlias.builder()
            .name(name)
            .putAllLabels(labels)
            .putAllAnnotations(annotations)
            .target(target)
            .headless(headless)
            .preserveAuthority(preserveAuthority)
            .waypoint(waypoint)
            .addAllPorts(built);
    namespace.ifPresent(alias::namespace);
    tls.ifPresent(draft -> alias.tls(draft.build()));
    workloadSelector.ifPresent(labels -> alias.workloadSelector(new WorkloadSelector(labels)));
    authority.ifPresent(alias::authority);
    return alias.build();
  }

  /** All declared TLS, of the alias and of its ports. */
  List<TlsDraft> everyTls() {
    List<TlsDraft> every = new ArrayList<>();
    tls.ifPresent(every::add);
    ports.forEach(port -> port.tls.ifPresent(every::add));
    return every;
  }

  /**
   * Removes combinations of fields that cannot be meant, because each field is drawn separately.
   */
  void settle(Platform platform) {
    settleClusterName(platform);
    if (target instanceof PodSelector || !platform.istio().present()) {
      tls = tls.filter(draft -> !draft.originates() && !(target instanceof PodSelector));
      ports.forEach(port -> port.tls = Optional.empty());
      authority = Optional.empty();
    }
    if (ports.stream().noneMatch(port -> port.spoken().filter(IstioProtocol::isHttp).isPresent())) {
      authority = Optional.empty();
    }
    preserveAuthority &= authority.isEmpty();
    ports.forEach(this::settleTls);
    boolean routed = ResolvedAlias.of(build(), platform).isRouted();
    if (routed) {
      ports.removeIf(port -> port.protocol != Protocol.TCP);
      headless = false;
      withoutHostnames();
      everyTls().stream().filter(TlsDraft::originates).forEach(this::settleNames);
      settleUsers(platform);
    } else {
      workloadSelector = Optional.empty();
      waypoint = Optional.empty();
      headless &= target instanceof StaticEndpoints;
    }
    boolean host = target instanceof ExternalName;
    for (PortDraft port : ports) {
      if (headless || (host && !routed)) {
        port.target = Optional.empty();
      }
      boolean named = port.target.isPresent() && port.target.get().asNumber().isEmpty();
      if (named && !(target instanceof PodSelector)) {
        port.target = Optional.empty();
      }
      settleProtocol(port, platform, routed);
    }
  }

  private void withoutHostnames() {
    if (target instanceof StaticEndpoints endpoints) {
      target = new StaticEndpoints(endpoints.addresses());
    }
  }

  /** The protocol is detected in the direct form only; several ports need names. */
  private void settleProtocol(PortDraft port, Platform platform, boolean routed) {
    boolean detected = port.name.isEmpty() || port.spoken().isEmpty();
    boolean needed = routed || (port.name.isEmpty() && ports.size() > 1);
    boolean refused =
        target instanceof ExternalName
            && !routed
            && port.name.filter("tcp"::equals).isPresent()
            && !PlatformFact.EXTERNAL_NAME_IS_ALIAS.holds(platform);
    if ((detected && needed) || refused) {
      port.appProtocol = Optional.empty();
      port.name = Optional.of((port.protocol == Protocol.UDP ? "udp-" : "tcp-") + port.number);
    }
  }

  /** A name of the cluster itself needs a platform that accepts it, and no sidecar. */
  private void settleClusterName(Platform platform) {
    if (ResolvedAlias.of(build(), platform).clusterName().isEmpty()) {
      return;
    }
    if (platform.istio().present() && !PlatformFact.EXTERNAL_NAME_IS_ALIAS.holds(platform)) {
      target = new ExternalName("httpbin.org");
      return;
    }
    everyTls().forEach(draft -> draft.mode = TlsDraft.Mode.DISABLE);
    authority = Optional.empty();
    preserveAuthority = false;
    workloadSelector = Optional.empty();
  }

  /** Ports that encrypt or start in clear text by themselves get no originated TLS. */
  private void settleTls(PortDraft port) {
    boolean own =
        port.spoken().filter(p -> p.isTls() || p == IstioProtocol.MYSQL).isPresent()
            || port.name.orElse("").contains("postgres")
            || port.protocol != Protocol.TCP;
    boolean around = port.tls.or(() -> tls).filter(TlsDraft::originates).isPresent();
    if (own && around) {
      port.tls = Optional.of(new TlsDraft());
    }
  }

  private void settleNames(TlsDraft draft) {
    if (target instanceof StaticEndpoints && draft.sni.isEmpty()) {
      draft.sni = Optional.of("api.example.com");
    }
  }

  /** Sidecars need a selector to load a Secret; a waypoint needs none and accepts none. */
  private void settleUsers(Platform platform) {
    if (platform.dataPlane() == DataPlane.AMBIENT) {
      workloadSelector = Optional.empty();
      return;
    }
    waypoint = Optional.empty();
    boolean secret =
        everyTls().stream()
            .anyMatch(draft -> draft.originates() && draft.credentialName.isPresent());
    if (secret && workloadSelector.isEmpty()) {
      workloadSelector = Optional.of(new LinkedHashMap<>(Map.of("app", "curl")));
    }
  }
}
