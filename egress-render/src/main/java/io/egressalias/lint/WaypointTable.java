package io.egressalias.lint;

import io.egressalias.internal.manifest.AmbientMarks;
import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.ManifestObject;
import io.egressalias.model.Waypoint;
import io.egressalias.object.KnownKind;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Finds the waypoints of hosts. Istio reads the label of a Service or ServiceEntry, and that of its
 * namespace otherwise.
 *
 * @see <a href="https://istio.io/latest/docs/ambient/usage/waypoint/">Waypoints</a>
 */
final class WaypointTable {
  /** Whether a host has a waypoint. */
  enum Binding {
    /** A label names the waypoint. */
    BOUND,
    /** The namespace is not in the input, and may have the label. */
    UNKNOWN,
    /** Traffic to the host passes no waypoint. */
    NONE
  }

  private final LintContext context;

  /** Many rules may be for one host to which many routes lead. */
  private final Map<HostObjects, Set<ManifestObject>> sources = new HashMap<>();

  WaypointTable(LintContext context) {
    this.context = context;
  }

  /** Returns whether a Service or ServiceEntry has a waypoint. */
  Binding of(ManifestObject object) {
    String own = label(object, AmbientMarks.USE_WAYPOINT);
    if (isHeadless(object) || own.equals(AmbientMarks.NONE)) {
      return Binding.NONE;
    }
    AmbientMarks marks = context.set().ambient();
    String namespace = context.hosts().namespace(object);
    if (!own.isEmpty() || marks.of(namespace).enrolled() || areEnrolled()) {
      return Binding.BOUND;
    }
    return context.complete() || marks.has(namespace) ? Binding.NONE : Binding.UNKNOWN;
  }

  /** Returns whether the caller says that the namespaces have a waypoint. */
  private boolean areEnrolled() {
    return context.platform().waypoint().orElse(null) instanceof Waypoint.OfNamespace;
  }

  /** Workloads call the endpoints of a headless Service, and not the Service. */
  static boolean isHeadless(ManifestObject object) {
    return object.kind() == KnownKind.SERVICE && ServiceView.isHeadless(object);
  }

  /** Returns the namespace of the waypoint of an object, or of the object if none is named. */
  private String namespace(ManifestObject object) {
    String own = context.hosts().namespace(object);
    String elsewhere =
        label(object, AmbientMarks.USE_WAYPOINT).isEmpty()
            ? context.set().ambient().of(own).elsewhere()
            : label(object, AmbientMarks.USE_WAYPOINT_NAMESPACE);
    return elsewhere.isEmpty() ? own : elsewhere;
  }

  /**
   * Returns the namespaces of the waypoints that send to a host: its own waypoint, and those of the
   * hosts from which a route leads to it.
   */
  Set<String> namespaces(HostDefinition target) {
    Set<String> namespaces = new LinkedHashSet<>();
    for (ManifestObject from : sources(target.host())) {
      namespaces.add(namespace(from));
    }
    if (namespaces.isEmpty() || of(target.object()) == Binding.BOUND) {
      namespaces.add(namespace(target.object()));
    }
    return namespaces;
  }

  /** Returns the Services and ServiceEntries of other hosts from which a route leads to a host. */
  Set<ManifestObject> sources(HostObjects target) {
    return sources.computeIfAbsent(target, this::find);
  }

  private Set<ManifestObject> find(HostObjects target) {
    Set<ManifestObject> found = new LinkedHashSet<>();
    for (Destination destination : target.destinations) {
      if (destination.forSidecars()) {
        for (String written : Field.of(destination.service(), "spec", "hosts").texts()) {
          String host = context.hosts().resolve(written, destination.service());
          if (!host.equals(target.host())) {
            found.addAll(context.hosts().get(host).services);
            found.addAll(context.hosts().get(host).entries);
          }
        }
      }
    }
    return found;
  }

  private static String label(ManifestObject object, String key) {
    return object.tree().textAt("metadata", "labels", key);
  }
}
