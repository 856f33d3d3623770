package io.egressalias.render;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The order in which objects are written. */
public enum ManifestOrder {
  /** As they are to be applied: what others refer to comes first. */
  APPLY {
    @Override
    public List<Manifest> arrange(List<Manifest> manifests) {
      return List.copyOf(manifests);
    }
  },
  /** As they are to be deleted: the exact reverse. */
  DELETE {
    @Override
    public List<Manifest> arrange(List<Manifest> manifests) {
      List<Manifest> reversed = new ArrayList<>(manifests);
      Collections.reverse(reversed);
      return List.copyOf(reversed);
    }
  };

  /** Returns manifests that are in the order of applying in this order. */
  public abstract List<Manifest> arrange(List<Manifest> manifests);
}
