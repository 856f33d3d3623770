package io.egressalias.imports;

import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import io.egressalias.internal.manifest.AmbientMarks;
import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.ManifestObject;
import io.egressalias.model.ClientTls;
import io.egressalias.model.DataPlane;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.ExternalName;
import io.egressalias.model.Origination;
import io.egressalias.model.ServicePort;
import io.egressalias.model.Waypoint;
import io.egressalias.model.Waypoint.Named;
import io.egressalias.object.KnownKind;
import io.egressalias.resolve.Form;
import io.egressalias.resolve.ResolvedAlias;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds ExternalName Services in an ambient mesh whose target has a ServiceEntry and TLS settings.
 * Their traffic passes the waypoint by; the declaration has these settings for the alias.
 *
 * @see <a href="https://istio.io/latest/docs/ambient/usage/egress-gateway/">Egress gateways</a>
 */
final class PassedEntries {
  private final ImportContext context;
  private final ServiceGroups groups;
  private final Map<String, ManifestObject> entries = new HashMap<>();
  private final Map<String, List<ManifestObject>> rules = new HashMap<>();

  private PassedEntries(ImportContext context, ServiceGroups groups) {
    this.context = context;
    this.groups = groups;
    for (ManifestObject entry : context.set().of(KnownKind.SERVICE_ENTRY)) {
      for (String host : Field.of(entry, "spec", "hosts").texts()) {
        entries.putIfAbsent(host.toLowerCase(Locale.ROOT), entry);
      }
    }
    for (ManifestObject rule : context.set().of(KnownKind.DESTINATION_RULE)) {
      String host = Field.of(rule, "spec", "host").text().toLowerCase(Locale.ROOT);
      rules.computeIfAbsent(host, key -> new ArrayList<>()).add(rule);
    }
  }

  /** Returns the aliases, with the TLS and the ports that their targets have in the mesh. */
  static List<ImportedAlias> of(
      List<ImportedAlias> aliases, ImportContext context, ServiceGroups groups) {
    if (context.platform().dataPlane() == DataPlane.SIDECAR) {
      return aliases;
    }
    PassedEntries passed = new PassedEntries(context, groups);
    List<ImportedAlias> read = new ArrayList<>(aliases.size());
    for (ImportedAlias each : aliases) {
      read.add(passed.read(each));
    }
    return read;
  }

  private ImportedAlias read(ImportedAlias each) {
    EgressAlias alias = each.alias();
    boolean direct =
        each.origin().kind() == KnownKind.SERVICE
            && ResolvedAlias.of(alias, context.platform()).form() == Form.DIRECT;
    if (!direct || !(alias.target() instanceof ExternalName name)) {
      return each;
    }
    Optional<String> host = HostHeader.serverName(name);
    String key = host.orElse("").toLowerCase(Locale.ROOT);
    @Nullable ManifestObject entry = entries.get(key);
    if (entry == null || !rules.containsKey(key)) {
      return each;
    }
    Optional<EntryTarget> target = EntryTarget.of(entry);
    return target.isPresent() ? read(each, host, key, entry, target.get()) : each;
  }

  private ImportedAlias read(
      ImportedAlias each,
      Optional<String> host,
      String key,
      ManifestObject entry,
      EntryTarget target) {
    LostFields lost = new LostFields();
    RuleSettings settings = RuleSettings.withoutSubsets(rules.getOrDefault(key, List.of()), lost);
    settings.selector().ifPresent(lost::add);
    TlsSettings reader = new TlsSettings(host, true, lost, context);
    List<ServicePort> ports = new ArrayList<>();
    List<Optional<ClientTls>> tls = new ArrayList<>();
    boolean originates = false;
    for (ServicePort port : ports(each.alias(), target)) {
      EntryTarget.@Nullable Port called = target.ports().get(port.port());
      Optional<ClientTls> own =
          called == null ? Optional.empty() : reader.read(settings.tls(port.port()));
      originates |= own.orElse(null) instanceof Origination;
      ports.add(called == null ? port : mapped(port, called));
      tls.add(own);
    }
    if (!originates || reader.refused()) {
      return each;
    }
    PortTls distributed = PortTls.of(ports, tls);
    List<String> notes = new ArrayList<>(each.notes());
    notes.add(report(each.origin(), entry));
    notes.addAll(lost.report(context));
    EgressAlias.Builder alias =
        each.alias().toBuilder()
            .target(target.target())
            .ports(distributed.ports())
            .tls(distributed.alias());
    alias.waypoint(waypoint(entry, each.alias()));
    return new ImportedAlias(alias.build(), each.origin(), notes, each.objects());
  }

  /** Returns the waypoint of the entry, as the namespace of the alias names it. */
  private Optional<Waypoint> waypoint(ManifestObject entry, EgressAlias alias) {
    String namespace = LocalName.effective(groups.namespace(entry));
    Optional<Waypoint> own = AliasWaypoints.of(entry, namespace, context);
    if (own.isEmpty() || namespace.equals(alias.effectiveNamespace())) {
      return own;
    }
    AmbientMarks.OfNamespace marks = context.set().ambient().of(namespace);
    Waypoint found =
        own.get() instanceof Named
            ? own.get()
            : new Named(
                marks.waypoint(),
                Optional.of(marks.elsewhere()).filter(elsewhere -> !elsewhere.isEmpty()));
    return found instanceof Named named
        ? Optional.of(Waypoint.named(named.name(), named.namespace().orElse(namespace)))
        : Optional.empty();
  }

  /** Without ports, the Service is called with those of its target. */
  private static List<ServicePort> ports(EgressAlias alias, EntryTarget target) {
    if (!alias.ports().isEmpty()) {
      return alias.ports();
    }
    List<ServicePort> ports = new ArrayList<>();
    for (EntryTarget.Port port : target.ports().values()) {
      ports.add(LocalEntry.port(port));
    }
    return ports;
  }

  private static ServicePort mapped(ServicePort port, EntryTarget.Port called) {
    return called.target() == port.port()
        ? port
        : port.toBuilder().targetPort(called.target()).build();
  }

  private String report(ManifestObject service, ManifestObject entry) {
    Field name = Field.of(service, "spec", "externalName");
    context
        .findings()
        .add(
            Rule.PASSED_ENTRY,
            Severity.WARNING,
            service,
            name.path(),
            "expected a Service with a cluster IP, found the external name `"
                + Quoted.shortened(name.text())
                + "`, whose calls pass the waypoint of `"
                + entry.id()
                + "` by, and are sent without TLS",
            "Render the declaration, in which the waypoint originates the TLS");
    return "The calls had no TLS, because they passed the waypoint by. " + Places.of(name);
  }
}
