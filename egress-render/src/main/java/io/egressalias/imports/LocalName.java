package io.egressalias.imports;

import io.egressalias.internal.manifest.ManifestSet;
import io.egressalias.model.EgressAlias;
import io.egressalias.object.KnownKind;
import java.util.Locale;
import java.util.Optional;

/**
 * The Service that a host name of Istio's objects means.
 *
 * @param namespace the namespace; never empty
 * @param name the name
 * @param twoParts whether the host is {@code x.ns}, which can be an external host as well
 */
record LocalName(String namespace, String name, boolean twoParts) {

  /**
   * Reads a host in any of its four spellings; empty: it is no name of a Service.
   *
   * @param own the namespace of the object with the host, in which a name without a dot is; empty:
   *     none is written
   */
  static Optional<LocalName> of(String host, String own, String clusterDomain) {
    String lower = host.toLowerCase(Locale.ROOT);
    String[] parts = withoutSuffix(lower, clusterDomain).split("\\.", -1);
    boolean full = !String.join(".", parts).equals(lower);
    if (parts.length == 1 && !full && isLabel(parts[0])) {
      return Optional.of(new LocalName(effective(own), parts[0], false));
    }
    boolean two = parts.length == 2 && isLabel(parts[0]) && isLabel(parts[1]);
    return two ? Optional.of(new LocalName(parts[1], parts[0], !full)) : Optional.empty();
  }

  private static String withoutSuffix(String host, String clusterDomain) {
    for (String suffix : new String[] {".svc." + clusterDomain, ".svc"}) {
      if (host.endsWith(suffix)) {
        return host.substring(0, host.length() - suffix.length());
      }
    }
    return host;
  }

  private static boolean isLabel(String text) {
    return !text.isEmpty() && !text.contains("*");
  }

  /** Returns whether it is the Service of a namespace, as written. */
  boolean isOf(String writtenNamespace, String service) {
    return name.equals(service) && namespace.equals(effective(writtenNamespace));
  }

  /** Returns whether a finding refuses an object of a kind on the name of a Service. */
  static boolean isRefused(KnownKind kind, AliasObjects objects, ImportContext context) {
    String full = objects.name + "." + effective(objects.namespace);
    Optional<String> namespace =
        objects.namespace.isEmpty() ? Optional.empty() : Optional.of(objects.namespace);
    ManifestSet set = context.set();
    return set.isRefused(kind, kind.id(namespace, objects.name))
        || set.isRefused(kind, full)
        || set.isRefused(kind, full + ".svc")
        || set.isRefused(kind, full + ".svc." + context.platform().clusterDomain());
  }

  static String effective(String writtenNamespace) {
    return writtenNamespace.isEmpty() ? EgressAlias.DEFAULT_NAMESPACE : writtenNamespace;
  }
}
