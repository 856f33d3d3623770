package io.egressalias.check;

import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Reports an external name that has the name of a namespace: one of the set, or one that clusters
 * usually have. Stateful: use one instance for each set.
 */
final class NamespaceNameRule implements AliasRule {
  private static final Set<String> USUAL = Set.of("default", "istio-system");
  private static final String SYSTEM = "kube-";

  private final Set<String> namespaces = new HashSet<>();

  /** The namespace of the first external name with each name. */
  private final Map<String, String> names = new HashMap<>();

  @Override
  public void check(AliasScope alias, FindingCollector findings) {
    String name = alias.declared().name();
    String namespace = alias.resolved().namespace();
    boolean added = namespaces.add(namespace);
    String earlier = added ? names.get(namespace) : null;
    if (earlier != null) {
      findings.add(
          Rule.NAME_OF_NAMESPACE,
          alias.path("name"),
          message(namespace, earlier)
              + ", and this alias is in the namespace `"
              + Quoted.shortened(namespace)
              + "`",
          "Write another name for the alias `"
              + Quoted.shortened(namespace)
              + "`, or keep the declaration as it is if pods call full names");
    }
    if (!alias.resolved().isExternalNameService()) {
      return;
    }
    names.putIfAbsent(name, namespace);
    if (namespaces.contains(name) || USUAL.contains(name) || name.startsWith(SYSTEM)) {
      findings.add(
          Rule.NAME_OF_NAMESPACE,
          alias.path("name"),
          message(name, namespace) + ", and `" + Quoted.shortened(name) + "` is also a namespace",
          "Write another name, such as `name: %s`, or keep the declaration as it is if pods call full names such as `web.%s.svc`"
              .formatted(NearestLabel.numbered(name, 2), Quoted.shortened(name)));
    }
  }

  private static String message(String name, String namespace) {
    return "for pods in the namespace `%s`, DNS resolves `web.%s` to the host of the alias `%s`"
        .formatted(Quoted.shortened(namespace), Quoted.shortened(name), Quoted.shortened(name));
  }
}
