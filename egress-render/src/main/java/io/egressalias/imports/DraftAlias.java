package io.egressalias.imports;

import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.ManifestFindings;
import io.egressalias.internal.manifest.ManifestObject;
import io.egressalias.internal.manifest.Ownership;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.ExternalName;
import io.egressalias.model.Origination;
import io.egressalias.model.ServicePort;
import io.egressalias.model.Target;
import io.egressalias.resolve.ResolvedAlias;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An alias of the direct form while its objects are read. */
final class DraftAlias {
  final AliasObjects group;
  final ManifestObject service;
  final Field spec;
  final ImportContext context;
  final Changes changes;

  /** Receives the findings about a Service that is not imported. */
  private final ManifestFindings outcome;

  private DraftAlias(
      AliasObjects group,
      ManifestObject service,
      ImportContext context,
      Changes changes,
      ManifestFindings outcome) {
    this.group = group;
    this.service = service;
    this.spec = Field.of(service, "spec");
    this.context = context;
    this.changes = changes;
    this.outcome = outcome;
  }

  /** The target and the ports that objects have. */
  record Contents(Target target, List<ServicePort> ports, boolean headless) {}

  /**
   * Reads the objects of an alias.
   *
   * @param objects the objects of the group without those of Istio
   * @return null: the alias is not imported, and a finding gives the reason
   */
  static @Nullable ImportedAlias read(
      AliasObjects group,
      List<ManifestObject> objects,
      ServiceGroups groups,
      ImportContext context,
      Changes changes) {
    ManifestObject service = group.services.get(0);
    DraftAlias draft =
        new DraftAlias(group, service, scratch(context, changes), changes, context.findings());
    Contents contents =
        ExternalNameAlias.is(draft.spec) ? ExternalNameAlias.read(draft) : AddressAlias.read(draft);
    if (contents == null || changes.refused()) {
      return null;
    }
    EgressAlias alias = draft.finish(contents, groups);
    if (changes.refused()) {
      return null;
    }
    List<ManifestObject> all = new ArrayList<>(objects);
    all.addAll(group.rules);
    all.addAll(group.routes);
    return new ImportedAlias(alias, service, changes.notes(), all);
  }

  /** Findings of other parts about this alias are collected with its own. */
  private static ImportContext scratch(ImportContext context, Changes changes) {
    return new ImportContext(context.set(), context.platform(), changes.findings());
  }

  /** Adds an info about a Service that is not imported, although nothing is wrong. */
  void left(Rule rule, Field field, String message, String remedy) {
    outcome.add(rule, Severity.INFO, service, field.path(), message, remedy);
  }

  /** Adds a warning about a Service that is not imported, although nothing is wrong. */
  void leftWithWarning(Rule rule, Field field, String message, String remedy) {
    outcome.add(rule, Severity.WARNING, service, field.path(), message, remedy);
  }

  private EgressAlias finish(Contents contents, ServiceGroups groups) {
    ServiceFields.service(Field.of(service), changes);
    boolean mesh = context.platform().istio().present();
    AliasMetadata metadata = AliasMetadata.of(service, mesh, changes);
    merged(metadata);
    release();
    AliasTls tls = AliasTls.of(group, contents.target(), contents.ports(), groups, context);
    groups.use(group.rules);
    groups.use(group.routes);
    if (tls.refused()) {
      changes.refuse();
    }
    EgressAlias alias =
        EgressAlias.builder()
            .name(group.name)
            .namespace(group.namespace.isEmpty() ? Optional.empty() : Optional.of(group.namespace))
            .labels(metadata.labels())
            .annotations(metadata.annotations())
            .target(undotted(contents.target(), tls))
            .headless(contents.headless())
            .build();
    EgressAlias named = named(tls.into(alias.toBuilder()).build());
    changes.notes(tls.notes());
    return named;
  }

  private EgressAlias named(EgressAlias alias) {
    ResolvedAlias resolved = ResolvedAlias.of(alias, context.platform());
    boolean external = resolved.isExternalNameService();
    List<ServicePort> ports =
        MeshPortNames.of(service, alias.ports(), resolved.isRouted(), external, context, changes);
    return alias.toBuilder().ports(ports).build();
  }

  /** The routed form names the host in objects of Istio, which accept no dot at its end. */
  private static Target undotted(Target target, AliasTls tls) {
    boolean originates = tls.alias().orElse(null) instanceof Origination;
    for (ServicePort port : tls.ports()) {
      originates |= port.tls().orElse(null) instanceof Origination;
    }
    boolean dotted = originates && target instanceof ExternalName name && name.host().endsWith(".");
    if (!dotted) {
      return target;
    }
    String host = ((ExternalName) target).host();
    return new ExternalName(host.substring(0, host.length() - 1));
  }

  /** The objects of an alias have the same labels and annotations. */
  private void merged(AliasMetadata metadata) {
    List<ManifestObject> endpoints = new ArrayList<>(group.endpoints);
    endpoints.addAll(group.slices);
    for (ManifestObject object : endpoints) {
      if (!AliasMetadata.silent(object).isLike(metadata)) {
        Field place = Field.of(object, "metadata");
        changes.add(
            Rule.LABELS_MERGED,
            Severity.INFO,
            place,
            "the endpoints get the labels and annotations of the Service, found others in `%s`"
                .formatted(Quoted.shortened(object.id().toString())),
            "Add labels to the alias if something selects the endpoints by them");
        changes.note("The endpoints have the labels and annotations of the Service now.", place);
        return;
      }
    }
  }

  private void release() {
    Field release = Ownership.release(service);
    if (release.present()) {
      changes.warn(
          Rule.OWNED,
          release,
          "the Helm release `%s` owns this Service, and the next `helm upgrade` writes it again"
              .formatted(Quoted.shortened(release.text())),
          "Remove the Service from the chart before the first apply",
          "Still in the Helm release %s.".formatted(Quoted.shortened(release.text())));
    }
  }
}
