package io.egressalias.imports;

import io.egressalias.internal.manifest.AmbientMarks;
import io.egressalias.internal.manifest.ManifestObject;
import io.egressalias.model.DataPlane;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.Waypoint;
import io.egressalias.object.KnownKind;
import io.egressalias.resolve.Form;
import io.egressalias.resolve.ResolvedAlias;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the waypoints of aliases from the labels of Services and Namespaces.
 *
 * @see <a href="https://istio.io/latest/docs/ambient/usage/waypoint/">Waypoints</a>
 */
final class AliasWaypoints {
  private static final String NAME = AmbientMarks.USE_WAYPOINT;

  private AliasWaypoints() {}

  /** Returns the aliases, those that a waypoint carries with theirs instead of its labels. */
  static List<ImportedAlias> of(List<ImportedAlias> aliases, ImportContext context) {
    if (context.platform().dataPlane() == DataPlane.SIDECAR) {
      return aliases;
    }
    List<ImportedAlias> read = new ArrayList<>(aliases.size());
    for (ImportedAlias each : aliases) {
      read.add(isRead(each, context) ? each.with(read(each.alias(), context)) : each);
    }
    return inEnrolled(read, context);
  }

  /**
   * A rule for the pods of waypoints shows that a namespace has the label if the Service has none.
   * The label applies to all Services of the namespace.
   */
  private static List<ImportedAlias> inEnrolled(
      List<ImportedAlias> aliases, ImportContext context) {
    Set<String> namespaces = new HashSet<>();
    for (ImportedAlias each : aliases) {
      if (each.alias().waypoint().orElse(null) instanceof Waypoint.OfNamespace) {
        namespaces.add(each.alias().effectiveNamespace());
      }
    }
    if (namespaces.isEmpty() || context.platform().waypoint().isPresent()) {
      return aliases;
    }
    List<ImportedAlias> complete = new ArrayList<>(aliases.size());
    for (ImportedAlias each : aliases) {
      EgressAlias alias = each.alias();
      boolean enrolled =
          alias.waypoint().isEmpty()
              && !alias.labels().containsKey(NAME)
              && namespaces.contains(alias.effectiveNamespace())
              && ResolvedAlias.of(alias, context.platform()).form() == Form.WAYPOINT;
      complete.add(
          enrolled ? each.with(alias.toBuilder().waypoint(Waypoint.ofNamespace()).build()) : each);
    }
    return complete;
  }

  /** The label of a direct alias that its endpoints have too is one of all of its objects. */
  private static boolean isRead(ImportedAlias each, ImportContext context) {
    ResolvedAlias resolved = ResolvedAlias.of(each.alias(), context.platform());
    if (resolved.form() == Form.WAYPOINT) {
      return true;
    }
    for (ManifestObject object : each.objects()) {
      boolean endpoints =
          object.kind() == KnownKind.ENDPOINTS || object.kind() == KnownKind.ENDPOINT_SLICE;
      if (endpoints && !AmbientMarks.waypoint(object).isEmpty()) {
        return false;
      }
    }
    boolean named = AmbientMarks.isName(each.alias().labels().getOrDefault(NAME, ""));
    return named && !resolved.isExternalNameService() && !each.alias().headless();
  }

  private static EgressAlias read(EgressAlias alias, ImportContext context) {
    Optional<Waypoint> waypoint =
        of(alias.labels(), alias.namespace().orElse(""), context).or(alias::waypoint);
    Map<String, String> labels = new LinkedHashMap<>(alias.labels());
    if (waypoint.isPresent() && waypoint.get() instanceof Waypoint.Named) {
      labels.remove(AmbientMarks.USE_WAYPOINT);
      labels.remove(AmbientMarks.USE_WAYPOINT_NAMESPACE);
    }
    return alias.toBuilder().labels(labels).waypoint(waypoint).build();
  }

  /** Returns the waypoint of a Service; empty: neither it nor its namespace names one. */
  static Optional<Waypoint> of(ManifestObject service, String namespace, ImportContext context) {
    return of(AliasMetadata.silent(service).labels(), namespace, context);
  }

  private static Optional<Waypoint> of(
      Map<String, String> labels, String namespace, ImportContext context) {
    String name = labels.getOrDefault(AmbientMarks.USE_WAYPOINT, "");
    if (name.isEmpty()) {
      return context.set().ambient().of(namespace).enrolled()
          ? Optional.of(Waypoint.ofNamespace())
          : Optional.empty();
    }
    if (!AmbientMarks.isName(name)) {
      return Optional.empty();
    }
    String elsewhere = labels.getOrDefault(AmbientMarks.USE_WAYPOINT_NAMESPACE, "");
    boolean own = elsewhere.isEmpty() || elsewhere.equals(LocalName.effective(namespace));
    return Optional.of(own ? Waypoint.named(name) : Waypoint.named(name, elsewhere));
  }
}
