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
    if (mesh && alias.declared().labels().containsKey(WaypointLabels.NAME)) {
      label(
          alias,
          alias.declared().labels(),
          alias.path("labels").key(WaypointLabels.NAME),
          findings);
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
          correctedName(named.name()));
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

  private static String correctedName(String name) {
    int slash = name.indexOf('/');
    if (slash > 0) {
      return "Write `waypoint: {name: %s, namespace: %s}`"
          .formatted(
              NearestLabel.label(name.substring(slash + 1), "waypoint"),
              NearestLabel.label(name.substring(0, slash), "istio-egress"));
    }
    String nearest =
        name.equals(WaypointLabels.NONE) ? "waypoint" : NearestLabel.label(name, "waypoint");
    return "Write the name of the Gateway, such as `waypoint: " + nearest + "`";
  }

  static void ofSidecars(FieldPath path, FindingCollector findings) {
    findings.add(
        Rule.WAYPOINT_OF_SIDECARS,
        path,
        "`waypoint` needs an ambient mesh, and the data plane is `sidecar`",
        "Add `dataPlane: ambient` to `spec.platform`, or remove `waypoint`");
  }

  private static void withoutMesh(FieldPath path, FindingCollector findings) {
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

  private static void label(
      AliasScope alias, Map<String, String> labels, FieldPath path, FindingCollector findings) {
    if (alias.platform().dataPlane() == DataPlane.SIDECAR) {
      findings.add(
          Rule.WAYPOINT_LABEL,
          Severity.WARNING,
          path,
          "the label has an effect only in an ambient mesh, and the data plane is `sidecar`",
          "Add `dataPlane: ambient` to `spec.platform`, or remove the label");
    } else if (alias.declared().headless() || alias.resolved().isExternalNameService()) {
      findings.add(
          Rule.WAYPOINT_LABEL,
          Severity.WARNING,
          path,
          "the label has no effect on %s"
              .formatted(
                  alias.declared().headless()
                      ? "a headless Service"
                      : "a Service of the type `ExternalName`"),
          "Remove the label");
    } else if (alias.resolved().waypoint().isPresent()
        && !alias.resolved().waypoint().equals(WaypointLabels.declaredBy(labels))) {
      findings.add(
          Rule.WAYPOINT_LABEL,
          path,
          "the label names another waypoint than `waypoint`",
          "Remove the label, or remove `waypoint`");
    }
  }
}
