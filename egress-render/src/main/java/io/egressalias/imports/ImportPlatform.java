package io.egressalias.imports;

import io.egressalias.declaration.Source;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.SourceLocation;
import io.egressalias.internal.manifest.AmbientMarks;
import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.ManifestObject;
import io.egressalias.internal.manifest.ManifestSet;
import io.egressalias.model.DataPlane;
import io.egressalias.model.Istio;
import io.egressalias.model.Platform;
import io.egressalias.object.KnownKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The platform that a declaration names.
 *
 * @param value the platform: the values of the caller, and inferred values for the others
 * @param reasons what was inferred
 */
record ImportPlatform(Platform value, List<Reason> reasons) {

  /** A value that was inferred, with the remedy if it is wrong. */
  record Reason(String message, String remedy) {}

  /** Infers what a caller leaves undeclared. */
  static ImportPlatform of(Platform said, ManifestSet set, ServiceGroups groups) {
    List<Reason> reasons = new ArrayList<>();
    Platform.Builder platform = said.toBuilder();
    if (said.istio() instanceof Istio.Undeclared) {
      istio(set, isAmbient(said), platform, reasons);
    }
    if (said.waypoint().isPresent()) {
      platform.dataPlane(DataPlane.AMBIENT);
    } else if (said.istio().present() && said.dataPlane() == DataPlane.SIDECAR) {
      dataPlane(set, groups, platform, reasons);
    }
    if (said.kubernetes().isEmpty() && hasOwnSlices(groups)) {
      platform.kubernetes("1.33");
      reasons.add(
          new Reason(
              "the inputs have EndpointSlices, so the declaration has `kubernetes: \"1.33\"`",
              "Pass the release of the cluster, such as `--kubernetes 1.34`"));
    }
    return new ImportPlatform(platform.build(), List.copyOf(reasons));
  }

  private static void istio(
      ManifestSet set, boolean ambient, Platform.Builder platform, List<Reason> reasons) {
    if (set.meshed()) {
      reasons.add(
          new Reason(
              "the inputs name Istio but not its release, so the declaration has no release",
              "Pass the release of the cluster, such as `--istio 1.27`"));
      return;
    }
    if (ambient) {
      return;
    }
    platform.istio("none");
    reasons.add(
        new Reason(
            "the inputs name no Istio, so the declaration has `istio: none`",
            "Pass the release, such as `--istio 1.27`, if the cluster has Istio"));
  }

  private static boolean isAmbient(Platform said) {
    return said.dataPlane() == DataPlane.AMBIENT || said.waypoint().isPresent();
  }

  private static void dataPlane(
      ManifestSet set, ServiceGroups groups, Platform.Builder platform, List<Reason> reasons) {
    for (ManifestObject object : set.objects()) {
      AmbientMarks.OfNamespace namespace = set.ambient().of(groups.namespace(object));
      if (WaypointScope.isSelector(object)) {
        platform.dataPlane(DataPlane.AMBIENT);
        reasons.add(
            new Reason(
                "`%s` selects the pods of waypoints, so the declaration has `dataPlane: ambient`"
                    .formatted(object.id()),
                "Remove the selector from the input if sidecars carry the traffic of the workloads"));
        return;
      }
      boolean labelled = !AmbientMarks.waypoint(object).isEmpty();
      if (namesAlias(object) && (labelled || namespace.ambient() || namespace.enrolled())) {
        boolean mode = !labelled && !namespace.enrolled();
        String label = mode ? "istio.io/dataplane-mode: ambient" : AmbientMarks.USE_WAYPOINT;
        platform.dataPlane(DataPlane.AMBIENT);
        reasons.add(
            new Reason(
                "the inputs have the label `"
                    + label
                    + "`, so the declaration has `dataPlane: ambient`",
                "Remove the label from the input if sidecars carry the traffic of the workloads"));
        return;
      }
    }
  }

  /** Returns whether an object may be the one that names an alias. */
  private static boolean namesAlias(ManifestObject object) {
    return object.kind() == KnownKind.SERVICE_ENTRY
        || (object.kind() == KnownKind.SERVICE
            && Field.of(object, "spec", "selector").keys().isEmpty());
  }

  /** Returns whether an alias has its addresses in slices, which only a release of 1.33 renders. */
  private static boolean hasOwnSlices(ServiceGroups groups) {
    for (AliasObjects group : groups.all()) {
      ManifestObject service = group.service();
      if (service == null || group.slices.isEmpty() || !group.endpoints.isEmpty()) {
        continue;
      }
      boolean addresses = !ExternalNameAlias.is(Field.of(service, "spec"));
      if (addresses && DirectAliases.looksLikeAlias(group)) {
        return true;
      }
    }
    return false;
  }

  /** Returns the findings about inferred values, at the start of the first input. */
  List<Diagnostic> findings(List<Source> sources) {
    List<Diagnostic> found = new ArrayList<>();
    for (Reason reason : reasons) {
      Diagnostic finding =
          Diagnostic.of(
              Rule.INFERRED_PLATFORM, 0, FieldPath.root(), reason.message(), reason.remedy());
      Optional<SourceLocation> place =
          sources.isEmpty()
              ? Optional.empty()
              : Optional.of(new SourceLocation(sources.get(0).name(), 1, 1));
      found.add(place.isPresent() ? finding.at(place.get()) : finding);
    }
    return found;
  }
}
