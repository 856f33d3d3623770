package io.egressalias.lint;

import io.egressalias.internal.manifest.AmbientMarks;
import io.egressalias.internal.manifest.ManifestObject;
import io.egressalias.internal.manifest.ManifestSet;
import io.egressalias.model.Platform;
import io.egressalias.model.Waypoint;
import io.egressalias.object.KnownKind;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
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

  private final ManifestSet set;
  private final HostTable hosts;
  private final Platform platform;
  private final boolean complete;

  /** Many rules may be for one host to which many routes lead. */
  private final Map<HostObjects, List<WaypointSources>> sources = new HashMap<>();

  /** Many objects may be for one host with many definitions. */
  private final Map<HostObjects, Boolean> bound = new HashMap<>();

  /** Many routes may lead from the hosts of one VirtualService. */
  private final Map<ManifestObject, WaypointSources> ofServices = new HashMap<>();

  WaypointTable(ManifestSet set, HostTable hosts, Platform platform, boolean complete) {
    this.set = set;
    this.hosts = hosts;
    this.platform = platform;
    this.complete = complete;
  }

  /** Returns whether a Service or ServiceEntry has a waypoint. */
  Binding of(ManifestObject object) {
    String own = label(object, AmbientMarks.USE_WAYPOINT);
    if (isHeadless(object) || own.equals(AmbientMarks.NONE)) {
      return Binding.NONE;
    }
    AmbientMarks marks = set.ambient();
    String namespace = hosts.namespace(object);
    if (!own.isEmpty() || marks.of(namespace).enrolled() || areEnrolled()) {
      return Binding.BOUND;
    }
    return complete || marks.has(namespace) ? Binding.NONE : Binding.UNKNOWN;
  }

  /** Returns whether the caller says that the namespaces have a waypoint. */
  private boolean areEnrolled() {
    return platform.waypoint().orElse(null) instanceof Waypoint.OfNamespace;
  }

  /** Workloads call the endpoints of a headless Service, and not the Service. */
  static boolean isHeadless(ManifestObject object) {
    return object.kind() == KnownKind.SERVICE && ServiceView.isHeadless(object);
  }

  /** Returns the namespace of the waypoint of an object, or of the object if none is named. */
  private String namespace(ManifestObject object) {
    String own = hosts.namespace(object);
    String elsewhere =
        label(object, AmbientMarks.USE_WAYPOINT).isEmpty()
            ? set.ambient().of(own).elsewhere()
            : label(object, AmbientMarks.USE_WAYPOINT_NAMESPACE);
    return elsewhere.isEmpty() ? own : elsewhere;
  }

  /**
   * Returns the namespaces of the waypoints that send to a host: its own waypoint, and those of the
   * hosts from which a route leads to it.
   */
  Set<String> namespaces(HostDefinition target) {
    Set<String> namespaces = new LinkedHashSet<>();
    for (WaypointSources from : sources(target.host())) {
      from.addNamespaces(target.host().host(), namespaces);
    }
    if (namespaces.isEmpty() || of(target.object()) == Binding.BOUND) {
      namespaces.add(namespace(target.object()));
    }
    return namespaces;
  }

  /** Returns whether a waypoint in a namespace sends to a host. */
  boolean sendsFrom(String namespace, HostDefinition target) {
    boolean own = of(target.object()) == Binding.BOUND || !hasSources(target.host());
    if (own && namespace(target.object()).equals(namespace)) {
      return true;
    }
    for (WaypointSources from : sources(target.host())) {
      if (from.isIn(namespace, target.host().host())) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether a route leads to a host from a Service or ServiceEntry of another host. */
  boolean hasSources(HostObjects target) {
    for (WaypointSources from : sources(target)) {
      if (from.hasOtherThan(target.host())) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether a route leads to a host from another host that has a waypoint. */
  boolean hasBoundSource(HostObjects target) {
    for (WaypointSources from : sources(target)) {
      if (from.isBound(target.host())) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether a host, or one from which a route leads to it, has a waypoint. */
  boolean isBound(HostObjects host) {
    return bound.computeIfAbsent(
        host, key -> hasBoundSource(key) || hasBound(key.services) || hasBound(key.entries));
  }

  private boolean hasBound(List<ManifestObject> definitions) {
    for (ManifestObject definition : definitions) {
      if (of(definition) == Binding.BOUND) {
        return true;
      }
    }
    return false;
  }

  private List<WaypointSources> sources(HostObjects target) {
    return sources.computeIfAbsent(target, this::find);
  }

  private List<WaypointSources> find(HostObjects target) {
    Set<WaypointSources> found = new LinkedHashSet<>();
    for (Destination destination : target.destinations) {
      if (destination.forSidecars()) {
        found.add(ofService(destination.service()));
      }
    }
    return List.copyOf(found);
  }

  private WaypointSources ofService(ManifestObject service) {
    WaypointSources found = ofServices.get(service);
    if (found == null) {
      found = new WaypointSources();
      for (String name : hosts.view(service).names()) {
        HostObjects host = hosts.get(name);
        add(host.services, name, found);
        add(host.entries, name, found);
      }
      ofServices.put(service, found);
    }
    return found;
  }

  private void add(List<ManifestObject> definitions, String host, WaypointSources sources) {
    for (ManifestObject definition : definitions) {
      sources.add(host, namespace(definition), of(definition) == Binding.BOUND);
    }
  }

  private static String label(ManifestObject object, String key) {
    return object.tree().textAt("metadata", "labels", key);
  }
}
