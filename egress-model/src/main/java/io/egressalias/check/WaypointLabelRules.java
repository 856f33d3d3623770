package io.egressalias.check;

import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import io.egressalias.model.DataPlane;
import io.egressalias.model.Waypoint;
import io.egressalias.resolve.WaypointLabels;
import java.util.Map;
import java.util.Optional;

/** Rules about the labels that name a waypoint, if the labels of an alias contain them. */
final class WaypointLabelRules {
  private static final String REMOVE = "Remove the label";

  private WaypointLabelRules() {}

  static void check(AliasScope alias, FindingCollector findings) {
    Map<String, String> labels = alias.declared().labels();
    if (labels.containsKey(WaypointLabels.NAME)) {
      name(alias, alias.path("labels").key(WaypointLabels.NAME), findings);
    } else if (labels.containsKey(WaypointLabels.NAMESPACE)) {
      namespace(alias, labels.get(WaypointLabels.NAMESPACE), findings);
    }
  }

  static void ofSidecars(FieldPath path, FindingCollector findings) {
    findings.add(
        Rule.WAYPOINT_LABEL,
        Severity.WARNING,
        path,
        "the label has an effect only in an ambient mesh, and the data plane is `sidecar`",
        "Add `dataPlane: ambient` to `spec.platform`, or remove the label");
  }

  private static void name(AliasScope alias, FieldPath path, FindingCollector findings) {
    if (alias.platform().dataPlane() == DataPlane.SIDECAR) {
      ofSidecars(path, findings);
      return;
    }
    if (alias.declared().headless() || alias.resolved().isExternalNameService()) {
      findings.add(
          Rule.WAYPOINT_LABEL,
          Severity.WARNING,
          path,
          "the label has no effect on %s"
              .formatted(
                  alias.declared().headless()
                      ? "a headless Service"
                      : "a Service of the type `ExternalName`"),
          REMOVE);
      return;
    }
    Optional<Waypoint> waypoint = alias.resolved().waypoint();
    Optional<Waypoint> labelled = WaypointLabels.declaredBy(alias.effective().labels());
    if (waypoint.isEmpty() || isSame(waypoint, labelled, alias)) {
      return;
    }
    findings.add(
        Rule.WAYPOINT_LABEL,
        path,
        labelled.isEmpty()
            ? "the label means no waypoint, and a waypoint is declared"
            : "the label names another waypoint than `waypoint`",
        labelled.isEmpty() ? REMOVE : REMOVE + ", or remove `waypoint`");
  }

  private static boolean isSame(
      Optional<Waypoint> waypoint, Optional<Waypoint> labelled, AliasScope alias) {
    if (waypoint.orElse(null) instanceof Waypoint.Named one
        && labelled.orElse(null) instanceof Waypoint.Named other) {
      return one.name().equals(other.name())
          && namespace(one, alias).equals(namespace(other, alias));
    }
    return waypoint.equals(labelled);
  }

  private static String namespace(Waypoint.Named waypoint, AliasScope alias) {
    return waypoint.namespace().orElse(alias.resolved().namespace());
  }

  /** The label with the namespace alone says where the waypoint of the field is. */
  private static void namespace(AliasScope alias, String namespace, FindingCollector findings) {
    Optional<Waypoint> waypoint = alias.resolved().waypoint();
    FieldPath path = alias.path("labels").key(WaypointLabels.NAMESPACE);
    if (waypoint.isEmpty() || alias.effective().labels().containsKey(WaypointLabels.NAME)) {
      return;
    }
    if (!(waypoint.get() instanceof Waypoint.Named named)) {
      findings.add(
          Rule.WAYPOINT_LABEL,
          Severity.WARNING,
          path,
          "the label has no effect without the label `" + WaypointLabels.NAME + "`",
          REMOVE);
    } else if (!namespace.equals(namespace(named, alias))) {
      findings.add(
          Rule.WAYPOINT_LABEL,
          path,
          "the label names another namespace than `waypoint`",
          REMOVE
              + ", or write `waypoint: {name: %s, namespace: %s}`"
                  .formatted(Quoted.shortened(named.name()), Quoted.shortened(namespace)));
    }
  }
}
