package io.egressalias.check;

import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import io.egressalias.model.DataPlane;
import io.egressalias.model.Waypoint;
import io.egressalias.resolve.WaypointLabels;
import java.util.Optional;

/** Rules about the waypoint that an alias names, by its field or by a label. */
final class WaypointRules implements AliasRule {

  @Override
  public void check(AliasScope alias, FindingCollector findings) {
    Optional<Waypoint> declared = alias.declared().waypoint();
    boolean mesh = alias.platform().istio().present();
    if (declared.isPresent()) {
      FieldPath path = alias.path("waypoint");
      name(declared.get(), path, findings);
      if (!mesh) {
        withoutMesh(path, findings);
      } else if (alias.platform().dataPlane() == DataPlane.SIDECAR) {
        ofSidecars(path, findings);
      } else if (alias.resolved().waypoint().isEmpty()) {
        withoutEffect(alias, path, findings);
      }
    }
    if (mesh) {
      WaypointLabelRules.check(alias, findings);
    }
  }

  static void name(Waypoint waypoint, FieldPath path, FindingCollector findings) {
    if (!(waypoint instanceof Waypoint.Named named)) {
      return;
    }
    boolean written = named.namespace().isPresent();
    if (named.name().equals(WaypointLabels.NONE) || !NameGrammar.isLabel(named.name())) {
      findings.add(
          Rule.WAYPOINT_NAME,
          written ? path.key("name") : path,
          named.name().equals(WaypointLabels.NONE)
              ? "`none` means no waypoint, and Istio cannot use a waypoint of this name"
              : NameGrammar.LABEL_IN_WORDS + ", found `" + Quoted.shortened(named.name()) + "`",
          written ? correctedField(named.name()) : correctedName(named.name()));
    }
    if (written && !NameGrammar.isLabel(named.namespace().get())) {
      findings.add(
          Rule.WAYPOINT_NAME,
          path.key("namespace"),
          NameGrammar.LABEL_IN_WORDS
              + ", found `"
              + Quoted.shortened(named.namespace().get())
              + "`",
          "Write a name such as `namespace: "
              + NearestLabel.label(named.namespace().get(), "istio-egress")
              + "`");
    }
  }

  private static String correctedField(String name) {
    return "Write the name of the Gateway, such as `name: " + nearest(name) + "`";
  }

  private static String correctedName(String name) {
    int slash = name.indexOf('/');
    if (slash > 0) {
      return inNamespace(name.substring(slash + 1), name.substring(0, slash));
    }
    int dot = name.indexOf('.');
    if (dot > 0 && dot == name.lastIndexOf('.')) {
      return inNamespace(name.substring(0, dot), name.substring(dot + 1));
    }
    if (name.equalsIgnoreCase(Waypoint.OF_NAMESPACE)) {
      return "Write the name of the Gateway, such as `waypoint: waypoint`, or `waypoint: namespace`"
          + " if the namespace of the alias has the label `"
          + WaypointLabels.NAME
          + "`";
    }
    return "Write the name of the Gateway, such as `waypoint: " + nearest(name) + "`";
  }

  private static String nearest(String name) {
    String nearest = NearestLabel.label(name, "waypoint");
    return nearest.equals(WaypointLabels.NONE) ? "waypoint" : nearest;
  }

  private static String inNamespace(String name, String namespace) {
    return "Write `waypoint: {name: %s, namespace: %s}`"
        .formatted(nearest(name), NearestLabel.label(namespace, "istio-egress"));
  }

  static void ofSidecars(FieldPath path, FindingCollector findings) {
    findings.add(
        Rule.WAYPOINT_OF_SIDECARS,
        path,
        "`waypoint` needs an ambient mesh, and the data plane is `sidecar`",
        "Add `dataPlane: ambient` to `spec.platform`, or remove `waypoint`");
  }

  static void withoutMesh(FieldPath path, FindingCollector findings) {
    findings.add(
        Rule.NEEDS_MESH,
        path,
        "`waypoint` needs a mesh, and `istio: none` declares a cluster without a mesh",
        "Remove `waypoint`");
  }

  private static void withoutEffect(AliasScope alias, FieldPath path, FindingCollector findings) {
    boolean headless = alias.declared().headless();
    findings.add(
        Rule.WAYPOINT_WITHOUT_EFFECT,
        headless ? Severity.ERROR : Severity.WARNING,
        path,
        headless
            ? "no waypoint carries the traffic of a headless Service, because DNS returns the addresses of its endpoints"
            : "no waypoint carries the traffic of an `ExternalName` Service, because DNS returns the external name",
        headless ? "Remove `waypoint`, or remove `clusterIP`" : "Remove `waypoint`");
  }
}
