package io.egressalias.judge;

import io.egressalias.model.ClientTls;
import io.egressalias.model.DataPlane;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.EgressAliases;
import io.egressalias.model.Istio;
import io.egressalias.model.IstioVersion;
import io.egressalias.model.KubernetesVersion;
import io.egressalias.model.OutboundTrafficPolicy;
import io.egressalias.model.Platform;
import io.egressalias.model.PlatformFact;
import io.egressalias.model.Waypoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A declaration whose single fields can be changed. */
final class DeclarationDraft {
  Istio istio = Istio.undeclared();
  Optional<KubernetesVersion> kubernetes = Optional.empty();
  String clusterDomain = Platform.DEFAULT_CLUSTER_DOMAIN;
  OutboundTrafficPolicy policy = OutboundTrafficPolicy.ALLOW_ANY;
  DataPlane dataPlane = DataPlane.SIDECAR;
  Optional<Waypoint> waypoint = Optional.empty();
  Optional<String> namespace = Optional.empty();
  Map<String, String> labels = new LinkedHashMap<>();
  Map<String, String> annotations = new LinkedHashMap<>();
  Optional<TlsDraft> tls = Optional.empty();
  List<AliasDraft> aliases = new ArrayList<>();

  static DeclarationDraft of(EgressAliases declaration) {
    DeclarationDraft draft = new DeclarationDraft();
    Platform platform = declaration.platform();
    draft.istio = platform.istio();
    draft.kubernetes = platform.kubernetes();
    draft.clusterDomain = platform.clusterDomain();
    draft.policy = platform.outboundTrafficPolicy();
    draft.dataPlane = platform.dataPlane();
    draft.waypoint = platform.waypoint();
    draft.namespace = declaration.namespace();
    draft.labels = new LinkedHashMap<>(declaration.labels());
    draft.annotations = new LinkedHashMap<>(declaration.annotations());
    draft.tls = declaration.tls().map(TlsDraft::of);
    declaration.aliases().forEach(alias -> draft.aliases.add(AliasDraft.of(alias)));
    return draft;
  }

  Platform platform() {
    Platform.Builder platform =
        Platform.builder()
            .istio(istio)
            .clusterDomain(clusterDomain)
            .outboundTrafficPolicy(policy)
            .dataPlane(dataPlane)
            .waypoint(waypoint);
    kubernetes.ifPresent(platform::kubernetes);
    return platform.build();
  }

  /** Removes combinations of fields that cannot be meant. */
  void settle() {
    if (!istio.present()) {
      policy = OutboundTrafficPolicy.ALLOW_ANY;
      tls = tls.filter(draft -> !draft.originates());
    }
    settleDataPlane();
    Platform platform = platform();
    for (AliasDraft alias : aliases) {
      alias.tls = alias.tls.or(() -> tls.map(common -> TlsDraft.of(common.build())));
      alias.settle(platform);
      // TLS that suits the alias as it is, is inherited.
      Optional<ClientTls> common = tls.map(TlsDraft::build);
      alias.tls = alias.tls.filter(own -> !Optional.of(own.build()).equals(common));
    }
  }

  /** An ambient mesh has a recent release and a waypoint; other meshes have no waypoint. */
  private void settleDataPlane() {
    if (!istio.present() || dataPlane == DataPlane.SIDECAR) {
      dataPlane = DataPlane.SIDECAR;
      waypoint = Optional.empty();
      return;
    }
    if (PlatformFact.AMBIENT_TCP_ROUTES.isLaterThan(platform())) {
      istio = Istio.release(new IstioVersion(1, 27));
    }
    waypoint = waypoint.or(() -> Optional.of(Waypoint.named("waypoint")));
  }

  EgressAliases build() {
    List<EgressAlias> built = aliases.stream().map(AliasDraft::build).toList();
    EgressAliases.Builder declaration =
        EgressAliases.builder()
            .platform(platform())
            .putAllLabels(labels)
            .putAllAnnotations(annotations)
            .addAllAliases(built);
    namespace.ifPresent(declaration::namespace);
    tls.ifPresent(draft -> declaration.tls(draft.build()));
    return declaration.build();
  }
}
