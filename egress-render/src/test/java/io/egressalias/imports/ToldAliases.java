package io.egressalias.imports;

import io.egressalias.declaration.Source;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Rule;
import io.egressalias.internal.manifest.ManifestFindings;
import io.egressalias.internal.manifest.ManifestObject;
import io.egressalias.internal.manifest.ManifestReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The aliases about whose objects the import has a finding. */
final class ToldAliases {
  /** Findings that name no difference. */
  private static final Set<Rule> OTHERS =
      Set.of(Rule.LEFT_ALONE, Rule.INFERRED_PLATFORM, Rule.LEFTOVERS, Rule.IN_CLUSTER);

  private final Set<String> told;

  private ToldAliases(Set<String> told) {
    this.told = told;
  }

  /** Looks in which object each finding is, by its line. */
  static ToldAliases of(String text, String file, Imported imported, ImportOptions options) {
    Map<Integer, String> starts = new TreeMap<>();
    List<Source> sources = List.of(Source.of(file, text));
    for (ManifestObject each : ManifestReader.read(sources, new ManifestFindings()).objects()) {
      starts.put(each.tree().position().line(), alias(each, options));
    }
    Set<String> told = new TreeSet<>();
    for (Diagnostic each : imported.diagnostics()) {
      if (!OTHERS.contains(each.rule()) && each.location().isPresent()) {
        String last = "";
        for (Map.Entry<Integer, String> start : starts.entrySet()) {
          if (start.getKey() <= each.location().get().line()) {
            last = start.getValue();
          }
        }
        told.add(last);
      }
    }
    return new ToldAliases(told);
  }

  /** The object of Istio that an alias needs has the name of the alias in its host. */
  boolean isTold(String alias) {
    String local = alias.replaceFirst("^([^./]+)\\.([^.]+)\\.egressalias\\.internal$", "$2/$1");
    return told.contains(local)
        || told.contains(local.replaceFirst("^default/", "/"))
        || (alias.contains(".") && !told.isEmpty());
  }

  private static String alias(ManifestObject object, ImportOptions options) {
    String namespace = object.id().namespace().or(options::namespace).orElse("default");
    String service = object.tree().textAt("metadata", "labels", "kubernetes.io/service-name");
    String host = object.tree().textAt("spec", "host");
    String name = !service.isEmpty() ? service : object.id().name();
    if (!host.isEmpty()) {
      name = host.contains(".") ? host.substring(0, host.indexOf('.')) : host;
    }
    return (namespace.equals("default") ? "" : namespace) + "/" + name;
  }
}
