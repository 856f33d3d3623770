package io.egressalias.imports;

import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import io.egressalias.internal.manifest.AmbientMarks;
import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.ManifestObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The labels and annotations that an alias takes from an object.
 *
 * @param labels the labels, without those that servers add
 * @param annotations the annotations, without those that servers and deployment tools add
 */
record AliasMetadata(Map<String, String> labels, Map<String, String> annotations) {

  /** Keys that controllers write or read; a declaration must not have them. */
  private static final Set<String> OF_CONTROLLERS =
      Set.of(
          ManifestObject.SERVICE_NAME,
          "endpointslice.kubernetes.io/managed-by",
          "endpointslice.kubernetes.io/skip-mirror",
          "endpoints.kubernetes.io/managed-by",
          "service.kubernetes.io/headless",
          "kubectl.kubernetes.io/last-applied-configuration",
          "endpoints.kubernetes.io/last-change-trigger-time",
          "endpoints.kubernetes.io/over-capacity");

  /** Keys with an effect on the objects that the alias does not keep. */
  private static final Set<String> LOST =
      Set.of(
          "service.kubernetes.io/service-proxy-name",
          "control-plane.alpha.kubernetes.io/leader",
          "kubernetes.io/ingress.class",
          "service.beta.kubernetes.io/load-balancer-source-ranges",
          "service.kubernetes.io/topology-aware-hints");

  private static final List<String> TOOLS =
      List.of(
          "kustomize.toolkit.fluxcd.io/",
          "helm.toolkit.fluxcd.io/",
          "argocd.argoproj.io/tracking-id",
          "meta.helm.sh/",
          "objectset.rio.cattle.io/",
          "field.cattle.io/");

  /** Reads the metadata of the object that names an alias; adds findings about what is dropped. */
  static AliasMetadata of(ManifestObject object, ImportContext context) {
    Changes changes = new Changes();
    AliasMetadata read = of(object, context.platform().istio().present(), changes);
    changes.result(true).forEach(context.findings()::add);
    return read;
  }

  /** Reads the metadata of the object that names an alias. */
  static AliasMetadata of(ManifestObject object, boolean mesh, Changes changes) {
    Field metadata = Field.of(object, "metadata");
    List<Field> marks = new ArrayList<>();
    Map<String, String> labels = kept(metadata.at("labels"), false, marks, changes);
    Map<String, String> annotations = kept(metadata.at("annotations"), mesh, marks, changes);
    if (!marks.isEmpty()) {
      marks(marks, changes);
    }
    return new AliasMetadata(labels, annotations);
  }

  /** Reads the metadata of endpoints, for a comparison. */
  static AliasMetadata silent(ManifestObject object) {
    return of(object, false, new Changes());
  }

  /** Returns whether the metadata is equal but for labels that only a Service needs. */
  boolean isLike(AliasMetadata other) {
    return annotations.equals(other.annotations)
        && withoutWaypoint(labels).equals(withoutWaypoint(other.labels));
  }

  private static Map<String, String> withoutWaypoint(Map<String, String> labels) {
    Map<String, String> others = new LinkedHashMap<>(labels);
    others.remove(AmbientMarks.USE_WAYPOINT);
    others.remove(AmbientMarks.USE_WAYPOINT_NAMESPACE);
    return others;
  }

  private static Map<String, String> kept(
      Field map, boolean mesh, List<Field> marks, Changes changes) {
    Map<String, String> kept = new LinkedHashMap<>();
    for (Map.Entry<String, String> entry : map.entries().entrySet()) {
      String key = entry.getKey();
      if (isOfTool(key)) {
        marks.add(map.at(key));
      } else if (LOST.contains(key) || (mesh && isIstios(key))) {
        ServiceFields.lost(map.at(key), changes);
      } else if (!OF_CONTROLLERS.contains(key) && !key.startsWith("egressalias.io/")) {
        kept.put(key, entry.getValue());
      }
    }
    return kept;
  }

  private static boolean isOfTool(String key) {
    for (String start : TOOLS) {
      if (key.startsWith(start)) {
        return true;
      }
    }
    return false;
  }

  /** A declaration for a mesh must not have annotations of Istio. */
  private static boolean isIstios(String key) {
    String lower = key.toLowerCase(Locale.ROOT);
    int slash = lower.indexOf('/');
    return (slash < 0 ? lower : lower.substring(0, slash)).endsWith("istio.io");
  }

  private static void marks(List<Field> marks, Changes changes) {
    List<String> keys = new ArrayList<>();
    for (Field mark : marks) {
      String path = mark.path().toString();
      keys.add(
          "`" + Quoted.shortened(path.substring(path.indexOf('[') + 1, path.length() - 1)) + "`");
    }
    String words = String.join(", ", keys);
    changes.add(
        Rule.TOOLS_MARKS,
        Severity.INFO,
        marks.get(0),
        "the alias does not keep " + words + ", which would give its objects to their former owner",
        "Keep the declaration as it is, because the tool that deploys the rendered objects adds its"
            + " own marks");
    changes.note("Dropped: " + words + ".", marks.get(0));
  }
}
