package io.egressalias.internal.manifest;

import io.egressalias.render.AliasMark;
import java.util.Locale;
import java.util.Set;

/** Determines which objects a controller or an operator writes. */
public final class Ownership {
  private static final Set<String> DEPLOYERS = Set.of("helm", "kustomize", AliasMark.MANAGER);

  private Ownership() {}

  private static Field label(ManifestObject object, String key) {
    return Field.of(object, "metadata", "labels", key);
  }

  /** Returns an annotation of an object. */
  public static Field annotation(ManifestObject object, String key) {
    return Field.of(object, "metadata", "annotations", key);
  }

  /** Returns whether an object was read from a cluster. */
  public static boolean isLive(ManifestObject object) {
    return Field.of(object, "metadata", "uid").present();
  }

  /** Returns whether another object owns this one; the cluster deletes both together. */
  public static boolean hasOwner(ManifestObject object) {
    return !Field.of(object, "metadata", "ownerReferences").items().isEmpty();
  }

  /** Returns whether the control plane writes a slice. */
  public static boolean isOfController(ManifestObject slice) {
    return label(slice, "endpointslice.kubernetes.io/managed-by").text().endsWith(".k8s.io");
  }

  /** Returns whether the control plane writes Endpoints, or uses them for leader election. */
  public static boolean isOfControlPlane(ManifestObject endpoints) {
    return label(endpoints, "endpoints.kubernetes.io/managed-by")
            .text()
            .equals("endpoint-controller")
        || annotation(endpoints, "endpoints.kubernetes.io/last-change-trigger-time").present()
        || annotation(endpoints, "control-plane.alpha.kubernetes.io/leader").present();
  }

  /** Returns the label of the operator that writes a live object; absent: none does. */
  public static Field operator(ManifestObject object) {
    Field manager = label(object, "app.kubernetes.io/managed-by");
    boolean operator =
        isLive(object) && !DEPLOYERS.contains(manager.text().toLowerCase(Locale.ROOT));
    return operator ? manager : Field.absent(object, manager.path());
  }

  /** Returns the annotation that names the Helm release of an object; absent: none. */
  public static Field release(ManifestObject object) {
    return annotation(object, "meta.helm.sh/release-name");
  }
}
