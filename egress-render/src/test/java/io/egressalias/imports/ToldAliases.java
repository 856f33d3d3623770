package io.egressalias.imports;

import io.egressalias.declaration.Source;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Rule;
import io.egressalias.internal.manifest.ManifestFindings;
import io.egressalias.internal.manifest.ManifestObject;
import io.egressalias.internal.manifest.ManifestReader;
import io.egressalias.internal.text.Tree;
import java.util.List;
import java.util.Locale;
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
    String name = !service.isEmpty() ? service : object.id().name();
    String[] host = host(object).toLowerCase(Locale.ROOT).split("\\.", 3);
    if (!host[0].isEmpty()) {
      name = host[0];
      namespace = host.length > 1 ? host[1] : namespace;
    }
    return (namespace.equals("default") ? "" : namespace) + "/" + name;
  }

  private static String host(ManifestObject object) {
    String host = object.tree().textAt("spec", "host");
    return host.isEmpty() && object.tree().at("spec", "hosts") instanceof Tree.Sequence hosts
        ? hosts.items().stream()
            .filter(Tree.Scalar.class::isInstance)
            .map(each -> ((Tree.Scalar) each).text())
            .findFirst()
            .orElse("")
        : host;
  }
}
