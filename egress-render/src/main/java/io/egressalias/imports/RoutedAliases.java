package io.egressalias.imports;

import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.ManifestObject;
import io.egressalias.object.KnownKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads aliases in the routed form: Service, VirtualService, ServiceEntry and DestinationRule. */
final class RoutedAliases {
  private final ImportContext context;
  private final ServiceGroups groups;
  private final Map<String, List<ManifestObject>> entries = new HashMap<>();
  private final Map<String, List<ManifestObject>> rules = new HashMap<>();

  private RoutedAliases(ImportContext context, ServiceGroups groups) {
    this.context = context;
    this.groups = groups;
    for (ManifestObject entry : context.set().of(KnownKind.SERVICE_ENTRY)) {
      for (String host : Field.of(entry, "spec", "hosts").texts()) {
        add(entries, host, entry);
      }
    }
    for (ManifestObject rule : context.set().of(KnownKind.DESTINATION_RULE)) {
      add(rules, Field.of(rule, "spec", "host").text(), rule);
    }
  }

  private static void add(
      Map<String, List<ManifestObject>> byHost, String host, ManifestObject object) {
    byHost.computeIfAbsent(host.toLowerCase(Locale.ROOT), key -> new ArrayList<>()).add(object);
  }

  /**
   * Returns the aliases in the routed form, in any order. Calls {@link ServiceGroups#use} for every
   * object of an alias, also of one that is refused with a finding; the direct forms then skip a
   * group whose Service is used. Labels and annotations of an alias come from {@link
   * AliasMetadata#of}, port names on a mesh from {@link MeshPortNames#of}.
   */
  static List<ImportedAlias> of(ImportContext context, ServiceGroups groups) {
    RoutedAliases reader = new RoutedAliases(context, groups);
    List<ImportedAlias> aliases = new ArrayList<>();
    for (AliasObjects objects : groups.all()) {
      ManifestObject service = objects.service();
      if (service != null && reader.mayBeRouted(objects, service)) {
        Optional<ImportedAlias> alias = new RoutedAlias(reader, objects, service).read();
        alias.ifPresent(aliases::add);
      }
    }
    return aliases;
  }

  /** A Service with addresses is in the direct form, with or without a route on its name. */
  private boolean mayBeRouted(AliasObjects objects, ManifestObject service) {
    Field spec = Field.of(service, "spec");
    String type = spec.at("type").text();
    boolean endpoints = !objects.endpoints.isEmpty() || !objects.slices.isEmpty();
    return !objects.routes.isEmpty()
        && objects.services.size() == 1
        && !groups.isUsed(service)
        && (type.isEmpty() || type.equals("ClusterIP") || type.equals("ExternalName"))
        && (!endpoints || type.equals("ExternalName"))
        && spec.at("selector").keys().isEmpty();
  }

  ImportContext context() {
    return context;
  }

  ServiceGroups groups() {
    return groups;
  }

  /** Returns the entry of a host, preferably one of the namespace; null: none. */
  @Nullable ManifestObject entry(String host, String namespace) {
    List<ManifestObject> found = entries.getOrDefault(host.toLowerCase(Locale.ROOT), List.of());
    for (ManifestObject entry : found) {
      if (groups.namespace(entry).equals(namespace)) {
        return entry;
      }
    }
    return found.isEmpty() ? null : found.get(0);
  }

  /** Returns the rules of a host. */
  List<ManifestObject> rules(String host) {
    return rules.getOrDefault(host.toLowerCase(Locale.ROOT), List.of());
  }
}
