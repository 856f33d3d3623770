package io.egressalias.imports;

import io.egressalias.diagnostic.Rule;
import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.ManifestObject;
import io.egressalias.model.ExternalName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The ServiceEntries for hosts of their own, which are no aliases, by the text they are in. */
final class OwnHosts {
  private final Map<String, List<ManifestObject>> bySource = new LinkedHashMap<>();

  void add(ManifestObject entry) {
    bySource.computeIfAbsent(entry.source(), key -> new ArrayList<>()).add(entry);
  }

  /** Adds one finding for each text. */
  void report(ImportContext context) {
    for (List<ManifestObject> entries : bySource.values()) {
      Field hosts = Field.of(entries.get(0), "spec", "hosts");
      String host = hosts.texts().isEmpty() ? "" : hosts.texts().get(0);
      String more =
          entries.size() == 1
              ? ""
              : ", as is the host of " + (entries.size() - 1) + " more in this text";
      context
          .findings()
          .add(
              Rule.OWN_HOST,
              hosts.object(),
              hosts.path(),
              "the host `" + host + "` of `" + hosts.object().id() + "` is not a local name" + more,
              remedy(entries.get(0), host));
    }
  }

  private static String remedy(ManifestObject entry, String host) {
    Optional<EntryTarget> target = EntryTarget.of(entry);
    if (target.isEmpty() || !(target.get().target() instanceof ExternalName name)) {
      return "Keep the object as it is";
    }
    List<String> ports = new ArrayList<>();
    for (EntryTarget.Port port : target.get().ports().values()) {
      ports.add("{name: " + port.name() + ", port: " + port.number() + "}");
    }
    int dot = host.indexOf('.');
    return "Keep the object as it is, or declare `{name: "
        + (dot < 0 ? host : host.substring(0, dot))
        + ", externalName: "
        + name.host()
        + ", ports: "
        + ports
        + "}` and let workloads call that name";
  }
}
