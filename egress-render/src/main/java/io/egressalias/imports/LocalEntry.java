package io.egressalias.imports;

import io.egressalias.diagnostic.Rule;
import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.ManifestObject;
import io.egressalias.model.DataPlane;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.IstioProtocol;
import io.egressalias.model.Protocol;
import io.egressalias.model.ServicePort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one alias from a ServiceEntry on the name of a Service that does not exist. */
final class LocalEntry {
  private final ManifestObject entry;
  private final EntryTarget target;
  private final AliasObjects objects;
  private final ServiceGroups groups;
  private final ImportContext context;

  LocalEntry(
      ManifestObject entry,
      EntryTarget target,
      AliasObjects objects,
      ServiceGroups groups,
      ImportContext context) {
    this.entry = entry;
    this.target = target;
    this.objects = objects;
    this.groups = groups;
    this.context = context;
  }

  Optional<ImportedAlias> read() {
    List<ServicePort> ports = new ArrayList<>();
    for (EntryTarget.Port port : target.ports().values()) {
      if (target.refuses(port, context)) {
        return Optional.empty();
      }
      ports.add(port(port));
    }
    MeshPortNames named = MeshPortNames.of(entry, ports, false, context);
    AliasTls tls = AliasTls.of(objects, target.target(), named.ports(), groups, context);
    if (tls.refused()) {
      return Optional.empty();
    }
    List<String> notes = new ArrayList<>();
    notes.add(reportEntry());
    notes.addAll(named.notes());
    notes.addAll(tls.notes());
    notes.addAll(target.report(context));
    notes.addAll(lost());
    return Optional.of(alias(tls, notes));
  }

  private ImportedAlias alias(AliasTls tls, List<String> notes) {
    AliasMetadata metadata = AliasMetadata.of(entry, context);
    EgressAlias.Builder alias =
        tls.into(EgressAlias.builder().name(objects.name).target(target.target()))
            .labels(metadata.labels())
            .annotations(metadata.annotations());
    if (!objects.namespace.isEmpty()) {
      alias.namespace(objects.namespace);
    }
    List<ManifestObject> replaced = new ArrayList<>();
    replaced.add(entry);
    replaced.addAll(objects.rules);
    replaced.addAll(objects.routes);
    return new ImportedAlias(alias.build(), entry, notes, replaced);
  }

  private String reportEntry() {
    Field hosts = Field.of(entry, "spec", "hosts");
    context
        .findings()
        .add(
            Rule.ENTRY_ON_LOCAL_NAME,
            entry,
            hosts.path(),
            "expected a Service for the name `"
                + hosts.texts().get(0)
                + "`, found only a ServiceEntry, which "
                + (isAmbient()
                    ? "pods outside of the mesh do not use"
                    : "pods without a sidecar do not use"),
            "Delete `" + entry.id() + "` after the first `kubectl apply` of the rendered objects");
    String users = isAmbient() ? "pods of the mesh" : "sidecars";
    return "Was `"
        + entry.id()
        + "`, which only "
        + users
        + " use. Now a Service. "
        + Places.of(hosts);
  }

  private boolean isAmbient() {
    return context.platform().dataPlane() == DataPlane.AMBIENT;
  }

  private List<String> lost() {
    LostFields lost = new LostFields();
    Field spec = Field.of(entry, "spec");
    lost.addExportTo(spec);
    lost.add(spec.at("subjectAltNames"));
    lost.add(spec.at("workloadSelector"));
    return lost.report(context);
  }

  static ServicePort port(EntryTarget.Port entry) {
    Optional<IstioProtocol> wanted = IstioProtocol.ofWord(entry.protocol());
    ServicePort.Builder builder =
        ServicePort.builder()
            .name(entry.field().at("name").optional())
            .port(entry.number())
            .protocol(entry.protocol().equals("UDP") ? Protocol.UDP : Protocol.TCP);
    if (entry.target() != entry.number()) {
      builder.targetPort(entry.target());
    }
    ServicePort port = builder.build();
    boolean said = wanted.isEmpty() || IstioProtocol.of(port).equals(wanted);
    return said ? port : port.toBuilder().appProtocol(wanted.get().word()).build();
  }
}
