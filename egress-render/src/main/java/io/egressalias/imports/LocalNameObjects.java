package io.egressalias.imports;

import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.ManifestObject;
import io.egressalias.object.KnownKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules and routes on names of Services, also of Services that do not exist. */
final class LocalNameObjects {
  private final ImportContext context;
  private final ServiceGroups groups;
  private final Map<String, AliasObjects> byName = new HashMap<>();

  LocalNameObjects(ImportContext context, ServiceGroups groups) {
    this.context = context;
    this.groups = groups;
    for (ManifestObject rule : context.set().of(KnownKind.DESTINATION_RULE)) {
      AliasObjects found = found(Field.of(rule, "spec", "host").text(), rule);
      found.rules.add(rule);
    }
    for (ManifestObject route : context.set().of(KnownKind.VIRTUAL_SERVICE)) {
      for (String host : Field.of(route, "spec", "hosts").texts()) {
        List<ManifestObject> routes = found(host, route).routes;
        if (routes.isEmpty() || !routes.get(routes.size() - 1).equals(route)) {
          routes.add(route);
        }
      }
    }
  }

  private AliasObjects found(String host, ManifestObject object) {
    Optional<LocalName> name =
        LocalName.of(host, groups.namespace(object), context.platform().clusterDomain());
    String namespace = name.isPresent() ? name.get().namespace() : "";
    String service = name.isPresent() ? name.get().name() : "";
    return byName.computeIfAbsent(
        namespace + "/" + service, key -> new AliasObjects(namespace, service));
  }

  /** Adds the rules and routes on the name of a group that has none yet. */
  void attach(AliasObjects objects) {
    String key = LocalName.effective(objects.namespace) + "/" + objects.name;
    AliasObjects found = byName.get(key);
    if (found != null && objects.rules.isEmpty() && objects.routes.isEmpty()) {
      objects.rules.addAll(found.rules);
      objects.routes.addAll(found.routes);
    }
  }
}
