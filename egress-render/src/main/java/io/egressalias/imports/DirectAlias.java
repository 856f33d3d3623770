package io.egressalias.imports;

import io.egressalias.diagnostic.Rule;
import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.ManifestObject;
import io.egressalias.model.ClientTls;
import io.egressalias.model.DataPlane;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.ExternalName;
import io.egressalias.model.Origination;
import io.egressalias.model.PlatformFact;
import io.egressalias.model.ServicePort;
import io.egressalias.model.Target;
import io.egressalias.model.WorkloadSelector;
import io.egressalias.object.KnownKind;
import io.egressalias.resolve.ResolvedAlias;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the rules and routes on the name of one alias in the direct form. */
final class DirectAlias {
  private final AliasObjects objects;
  private final Target target;
  private final List<ServicePort> ports;
  private final ImportContext context;
  private final LostFields lost = new LostFields();
  private final List<String> notes = new ArrayList<>();
  private final List<Optional<ClientTls>> tls = new ArrayList<>();
  private final RuleSettings rules;
  private final TlsSettings settings;

  DirectAlias(AliasObjects objects, Target target, List<ServicePort> ports, ImportContext context) {
    this.objects = objects;
    this.target = target;
    this.ports = ports;
    this.context = context;
    this.rules = RuleSettings.withoutSubsets(objects.rules, lost);
    Optional<String> host = HostHeader.serverName(target);
    boolean external = resolved(List.of(), Optional.empty()).isExternal();
    this.settings = new TlsSettings(host, external, lost, context);
  }

  AliasTls read() {
    for (ServicePort port : ports) {
      tls.add(settings.read(rules.tls(port.port())));
    }
    Optional<ClientTls> common = settings.read(rules.tls());
    PortTls distributed = ports.isEmpty() ? new PortTls(common, ports) : PortTls.of(ports, tls);
    boolean originates = originates(distributed);
    HostHeader header = header(originates);
    Optional<WorkloadSelector> selector = selector(originates);
    boolean refused = settings.refused() || hasRefusedObject();
    if (!refused) {
      reportPorts();
      reportRule(originates);
      reportAdded(distributed);
      notes.addAll(lost.report(context));
    }
    return new AliasTls(distributed.alias(), distributed.ports(), selector, header, notes, refused);
  }

  /** Without its rule, an alias would be imported without its TLS. */
  private boolean hasRefusedObject() {
    return LocalName.isRefused(KnownKind.DESTINATION_RULE, objects, context)
        || LocalName.isRefused(KnownKind.VIRTUAL_SERVICE, objects, context);
  }

  private boolean originates(PortTls distributed) {
    boolean originates = distributed.alias().orElse(null) instanceof Origination;
    for (Optional<ClientTls> one : tls) {
      originates |= one.orElse(null) instanceof Origination;
    }
    return originates;
  }

  /** A rule has no effect on the Host header; only a route can set it. */
  private HostHeader header(boolean originates) {
    Routes routes = Routes.of(objects.routes, lost);
    Routes.addOtherHosts(objects, Set.of(), context.platform().clusterDomain(), lost);
    List<Optional<String>> written = new ArrayList<>();
    for (ServicePort port : ports) {
      Optional<Routes.Route> route = routes.of(port.port());
      written.add(route.isPresent() ? read(route.get()) : Optional.empty());
    }
    boolean works =
        !isExternalName() || PlatformFact.EXTERNAL_NAME_IS_ALIAS.isLaterThan(context.platform());
    HostHeader header = HostHeader.of(target, ports, tls, written);
    return originates && header.preserved() && !works ? HostHeader.DEFAULT : header;
  }

  private Optional<String> read(Routes.Route route) {
    Optional<LocalName> local =
        LocalName.of(route.host(), objects.namespace, context.platform().clusterDomain());
    if (local.isEmpty() || !local.get().isOf(objects.namespace, objects.name)) {
      lost.add(route.destination());
      return Optional.empty();
    }
    return route.authority().optional();
  }

  private Optional<WorkloadSelector> selector(boolean originates) {
    Optional<Field> selector = rules.selector();
    if (selector.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> labels = selector.get().at("matchLabels").entries();
    if (!originates) {
      lost.add(selector.get());
    }
    return originates && !labels.isEmpty()
        ? Optional.of(new WorkloadSelector(labels))
        : Optional.empty();
  }

  private void reportPorts() {
    for (Field setting : rules.portSettings()) {
      Field number = setting.at("port").at("number");
      if (!ports.isEmpty() && !hasPort(number.number())) {
        context
            .findings()
            .add(
                Rule.DEAD_FIELD,
                number.object(),
                number.path(),
                "expected the number of a port of the Service, found `"
                    + number.text()
                    + "`; Istio ignores the settings",
                "Write the `port` of the Service, not its `targetPort`");
        notes.add("Left out: the settings of port " + number.text() + ". " + Places.of(number));
      }
    }
  }

  private boolean hasPort(OptionalInt number) {
    for (ServicePort port : ports) {
      if (number.equals(OptionalInt.of(port.port()))) {
        return true;
      }
    }
    return false;
  }

  private void reportRule(boolean originates) {
    if (objects.rules.isEmpty()) {
      return;
    }
    if (!context.platform().istio().present()) {
      reportIgnored("the rule has no effect in a cluster without a mesh, and is not rendered");
      return;
    }
    if (!isExternalName() || !(target instanceof ExternalName)) {
      return;
    }
    ManifestObject rule = objects.rules.get(0);
    Field policy = Field.of(rule, "spec", "trafficPolicy");
    boolean ignored = PlatformFact.EXTERNAL_NAME_IS_ALIAS.holds(context.platform());
    boolean unknown =
        context.platform().istio().present() && context.platform().istio().version().isEmpty();
    if (originates && (ignored || unknown)) {
      context
          .findings()
          .add(
              Rule.RULE_ON_EXTERNAL_NAME,
              rule,
              policy.path(),
              "expected no TLS for a Service of type ExternalName: since Istio 1.21 the rule is"
                  + " ignored, and traffic leaves as the workload sends it",
              "Render the declaration, in which a route leads to a host to which the TLS applies");
      notes.add(
          "Istio ignores the TLS of `"
              + rule.id()
              + "` since 1.21. Now it is applied. "
              + Places.of(policy));
    } else if (!originates && ignored) {
      reportIgnored(
          "the rule has no effect on a Service of type ExternalName, and is not rendered");
    }
  }

  private void reportIgnored(String message) {
    ManifestObject rule = objects.rules.get(0);
    context
        .findings()
        .add(
            Rule.RULE_IGNORED,
            rule,
            Field.of(rule, "spec", "trafficPolicy").path(),
            message,
            "Delete the rule after the first `kubectl apply` of the rendered objects");
  }

  private void reportAdded(PortTls distributed) {
    @Nullable ManifestObject service = objects.service();
    ResolvedAlias resolved = resolved(distributed.ports(), distributed.alias());
    if (service == null) {
      addedToRules();
      return;
    }
    Added added = new Added(service, context);
    boolean ruled =
        resolved.leavesMesh()
            && !(resolved.isExternalNameService()
                && PlatformFact.EXTERNAL_NAME_IS_ALIAS.holds(context.platform()));
    if (ruled && objects.rules.isEmpty()) {
      added.object("a DestinationRule");
    } else if (ruled && !hasTls()) {
      added.object("`tls: {mode: DISABLE}` of the DestinationRule");
    }
    if (resolved.isRouted()) {
      boolean ambient = context.platform().dataPlane() == DataPlane.AMBIENT;
      added.object(
          "a VirtualService and a ServiceEntry, which only "
              + (ambient ? "waypoints and sidecars use" : "sidecars use"));
    }
    notes.addAll(added.fields(settings.added()).report());
  }

  private ResolvedAlias resolved(List<ServicePort> ofPorts, Optional<ClientTls> common) {
    EgressAlias alias =
        EgressAlias.builder().name(objects.name).target(target).ports(ofPorts).tls(common).build();
    return ResolvedAlias.of(alias, context.platform());
  }

  private boolean hasTls() {
    boolean has = rules.tls().isPresent();
    for (ServicePort port : ports) {
      has |= rules.tls(port.port()).isPresent();
    }
    return has;
  }

  /** A ServiceEntry on a local name has a finding of its own about what is new. */
  private void addedToRules() {
    if (!objects.rules.isEmpty()) {
      Added added = new Added(objects.rules.get(0), context);
      notes.addAll(added.fields(settings.added()).report());
    }
  }

  private boolean isExternalName() {
    @Nullable ManifestObject service = objects.service();
    return service != null && Field.of(service, "spec", "type").text().equals("ExternalName");
  }
}
