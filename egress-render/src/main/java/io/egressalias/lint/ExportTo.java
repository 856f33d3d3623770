package io.egressalias.lint;

import io.egressalias.internal.manifest.Field;
import java.util.Set;

/** The namespaces whose workloads use an object. Many callers may be asked for. */
final class ExportTo {
  private final Set<String> namespaces;
  private final String own;

  private ExportTo(Set<String> namespaces, String own) {
    this.namespaces = namespaces;
    this.own = own;
  }

  /** Reads {@code exportTo} of an object in a namespace. */
  static ExportTo of(Field exportTo, String own) {
    return new ExportTo(Set.copyOf(exportTo.texts()), own);
  }

  /** Returns whether the object is exported to all namespaces. */
  boolean isForAll() {
    return namespaces.isEmpty() || namespaces.contains("*");
  }

  /** Returns whether the object is exported to the workloads of a namespace. */
  boolean includes(String caller) {
    return isForAll()
        || namespaces.contains(caller)
        || (namespaces.contains(".") && own.equals(caller));
  }
}
