package io.egressalias.imports;

import io.egressalias.diagnostic.Rule;
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
          entries.size() == 1 ? "" : ", and " + (entries.size() - 1) + " others are alike";
      context
          .findings()
          .add(
              Rule.OWN_HOST,
              hosts.object(),
              hosts.path(),
              hosts.object().id()
                  + " is for the host `"
                  + host
                  + "` itself, and not for a local name"
                  + more,
              remedy(entries.get(0), host));
    }
  }

  private static String remedy(ManifestObject entry, String host) {
    Optional<EntryTarget> target = EntryTarget.of(entry);
    if (target.isEmpty() || !(target.get().target() instanceof ExternalName name)) {
      return "No change is needed. The object is left alone.";
    }
    List<String> ports = new ArrayList<>();
    for (EntryTarget.Port port : target.get().ports().values()) {
      ports.add("{name: " + port.name() + ", port: " + port.number() + "}");
    }
    int dot = host.indexOf('.');
    return "No change is needed. For a local name, declare the alias `{name: "
        + (dot < 0 ? host : host.substring(0, dot))
        + ", externalName: "
        + name.host()
        + ", ports: "
        + ports
        + "}`, and call it instead of the host.";
  }
}
