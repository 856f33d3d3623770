package io.egressalias.imports;

import io.egressalias.diagnostic.Rule;
import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.ManifestObject;
import io.egressalias.model.EgressAlias;
import io.egressalias.object.KnownKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the ServiceEntries that are no part of a routed alias: those on the name of a Service that
 * does not exist become aliases, all others are left alone with a finding.
 */
final class LocalEntries {
  private final ImportContext context;
  private final ServiceGroups groups;
  private final OwnHosts ownHosts = new OwnHosts();
  private final LocalNameObjects onNames;
  private final List<ImportedAlias> aliases = new ArrayList<>();

  private LocalEntries(ImportContext context, ServiceGroups groups) {
    this.context = context;
    this.groups = groups;
    this.onNames = new LocalNameObjects(context, groups);
  }

  /**
   * Returns the aliases of ServiceEntries on local names, in any order. Called after {@link
   * RoutedAliases} and the direct forms. Calls {@link ServiceGroups#use} for every object that it
   * imports or reports; what is then unused is counted in a finding for its kind.
   */
  static List<ImportedAlias> of(ImportContext context, ServiceGroups groups) {
    LocalEntries entries = new LocalEntries(context, groups);
    for (ManifestObject entry : context.set().of(KnownKind.SERVICE_ENTRY)) {
      if (!groups.isUsed(entry)) {
        groups.use(entry);
        entries.read(entry);
      }
    }
    entries.ownHosts.report(context);
    return entries.aliases;
  }

  private void read(ManifestObject entry) {
    List<String> hosts = Field.of(entry, "spec", "hosts").texts();
    Set<LocalName> names = localNames(entry, hosts);
    boolean internal = reportInternal(entry);
    boolean wildcard = reportWildcard(entry, hosts);
    boolean leftAlone = internal || wildcard;
    if (names.isEmpty()) {
      if (!leftAlone) {
        ownHosts.add(entry);
      }
    } else if (!reportShadowed(entry, names) && !reportSelf(entry) && !leftAlone) {
      importAll(entry, names);
    }
  }

  /** Returns the Services whose names the hosts are; empty: one of them is another host. */
  private Set<LocalName> localNames(ManifestObject entry, List<String> hosts) {
    String own = groups.namespace(entry);
    Set<LocalName> names = new LinkedHashSet<>();
    for (String host : hosts) {
      Optional<LocalName> name = LocalName.of(host, own, context.platform().clusterDomain());
      if (name.isEmpty() || name.get().twoParts()) {
        return Set.of();
      }
      names.add(name.get());
    }
    return names;
  }

  private boolean reportInternal(ManifestObject entry) {
    Field location = Field.of(entry, "spec", "location");
    if (!location.text().equals("MESH_INTERNAL")) {
      return false;
    }
    context
        .findings()
        .add(
            Rule.MESH_INTERNAL,
            entry,
            location.path(),
            "`"
                + entry.id()
                + "` has `location: MESH_INTERNAL`, and its target is part of the mesh",
            "Keep the object as it is");
    return true;
  }

  private boolean reportWildcard(ManifestObject entry, List<String> hosts) {
    for (int i = 0; i < hosts.size(); i++) {
      if (hosts.get(i).startsWith("*")) {
        context
            .findings()
            .add(
                Rule.WILDCARD,
                entry,
                Field.of(entry, "spec", "hosts").path().index(i),
                "`"
                    + entry.id()
                    + "` is for the hosts `"
                    + hosts.get(i)
                    + "`, and an alias is for one host",
                "Keep the object as it is");
        return true;
      }
    }
    return false;
  }

  private boolean reportShadowed(ManifestObject entry, Set<LocalName> names) {
    for (LocalName name : names) {
      ManifestObject service = service(name);
      if (service != null) {
        context
            .findings()
            .add(
                Rule.SHADOWS_SERVICE,
                entry,
                Field.of(entry, "spec", "hosts").path(),
                "expected a host that is not the name of a Service, found that of `"
                    + service.id()
                    + "`, and Istio uses the endpoints of both",
                "Delete `" + entry.id() + "`, or delete `" + service.id() + "`");
        return true;
      }
    }
    return false;
  }

  private boolean reportSelf(ManifestObject entry) {
    Field spec = Field.of(entry, "spec");
    if (!spec.at("resolution").text().startsWith("DNS")) {
      return false;
    }
    List<String> hosts = spec.at("hosts").texts();
    List<Field> endpoints = spec.at("endpoints").items();
    boolean itself = endpoints.isEmpty() && !spec.at("workloadSelector").present();
    for (Field endpoint : endpoints) {
      itself |= hosts.contains(endpoint.at("address").text());
    }
    if (itself) {
      context
          .findings()
          .add(
              Rule.SELF_DNS,
              entry,
              spec.at("hosts").path(),
              "expected `endpoints` for the host `"
                  + hosts.get(0)
                  + "`, found only the host itself, and no Service of this name is in the input",
              "Write the external host as `endpoints: [{address: HOST}]`, or delete `"
                  + entry.id()
                  + "` if the Service exists");
    }
    return itself;
  }

  private void importAll(ManifestObject entry, Set<LocalName> names) {
    Optional<EntryTarget> target = EntryTarget.of(entry);
    if (target.isEmpty()) {
      ownHosts.add(entry);
      return;
    }
    for (LocalName name : names) {
      String namespace = written(name, entry);
      AliasObjects objects = groups.of(namespace, name.name());
      onNames.attach(objects);
      new LocalEntry(entry, target.get(), objects, groups, context).read().ifPresent(aliases::add);
    }
  }

  /** Returns the namespace as it is written in the set; empty: none. */
  private String written(LocalName name, ManifestObject entry) {
    String own = groups.namespace(entry);
    return LocalName.effective(own).equals(name.namespace()) ? own : name.namespace();
  }

  private @Nullable ManifestObject service(LocalName name) {
    AliasObjects found = groups.find(name.namespace(), name.name());
    if (found == null && name.namespace().equals(EgressAlias.DEFAULT_NAMESPACE)) {
      found = groups.find("", name.name());
    }
    return found == null ? null : found.service();
  }
}
