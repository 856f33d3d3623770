package io.egressalias.lint;

import io.egressalias.diagnostic.Rule;
import io.egressalias.internal.manifest.AmbientMarks;
import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.ManifestObject;
import io.egressalias.object.KnownKind;
import java.util.ArrayList;
import java.util.List;

/** Finds labels with a waypoint on objects for which Istio ignores them. */
final class WaypointLabelRules implements ManifestRule {

  @Override
  public void check(LintContext context) {
    WaypointTable waypoints = context.waypoints();
    for (ManifestObject object : context.set().objects()) {
      String found = AmbientMarks.waypoint(object).isEmpty() ? "" : kind(object);
      if (!found.isEmpty() && !isCopied(object, waypoints, context.hosts())) {
        report(object, found, context);
      }
    }
  }

  /** Tools write the same labels on all objects: a label is then where it has an effect, too. */
  private static boolean isCopied(ManifestObject object, WaypointTable waypoints, HostTable hosts) {
    Field spec = Field.of(object, "spec");
    List<String> written = new ArrayList<>(spec.at("hosts").texts());
    written.add(spec.at("host").text());
    for (String each : written) {
      if (waypoints.isBound(hosts.get(hosts.resolve(each, object)))) {
        return true;
      }
    }
    return false;
  }

  private static String kind(ManifestObject object) {
    if (object.kind() == KnownKind.DESTINATION_RULE || object.kind() == KnownKind.VIRTUAL_SERVICE) {
      return "a " + object.kind().kind();
    }
    if (object.kind() != KnownKind.SERVICE) {
      return "";
    }
    if (ServiceView.isExternalName(object)) {
      return "an ExternalName Service";
    }
    return ServiceView.isHeadless(object) ? "a headless Service" : "";
  }

  private static void report(ManifestObject object, String found, LintContext context) {
    context
        .findings()
        .add(
            Rule.WAYPOINT_LABEL_IGNORED,
            object,
            Field.of(object, "metadata", "labels", AmbientMarks.USE_WAYPOINT).path(),
            "expected the label `"
                + AmbientMarks.USE_WAYPOINT
                + "` on a Service with a cluster IP or on a ServiceEntry, found it on "
                + found
                + ", where it has no effect",
            remedy(found));
  }

  private static String remedy(String found) {
    if (found.startsWith("an ")) {
      return "Replace the objects with the declaration that `egress import` prints";
    }
    return found.endsWith("Service")
        ? "Remove `clusterIP: None`, or remove the label"
        : "Move the label to the Service or ServiceEntry of the host";
  }
}
